"""From a question and ranked passages to quotes, versions and what they disagree on; pure of I/O."""
