"""What child processes begin with that open a citation log and ask, to be killed or to find no room."""

OPENED = """
import json, os, resource, signal, subprocess, sys
from pathlib import Path
from bot.citation_log.recording import Asking
from bot.errors import LogUnavailableError
from tests.logged_answers import verified
from tests.one_answer import desk_of, log_in

url, anchors, how = sys.argv[1], Path(sys.argv[2]), sys.argv[3]

def asked(desk):
    try:
        return desk.ask(Asking("When?", person="p", server="1")).answer.versions[0].text
    except LogUnavailableError as error:
        return error.user_message
"""
