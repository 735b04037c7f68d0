"""The best wrong passage for a question: what retrieval would put before a reader, and what it must refuse.

SQuAD's unanswerable questions were all written against their own paragraph of Wikipedia; a reader that saw no
others answers from whatever stands nearby.
"""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.answering.reader.training.rows import QuestionRow

_NEAREST = 8


class WrongPassages:
    """Passages by the words they share with a question (TF-IDF, sublinear), those that answer left out."""

    def __init__(self, contexts: Sequence[str]) -> None:
        self._contexts = list(dict.fromkeys(contexts))
        self._vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32)
        self._passages = self._vectorizer.fit_transform(self._contexts).T.tocsc()

    def nearest(self, rows: Sequence[QuestionRow], count: int = _NEAREST) -> list[list[str]]:
        """Return for each row the *count* nearest passages, nearest first, but those that hold a wording of its answer."""
        scores = self._vectorizer.transform([row.question for row in rows]) @ self._passages
        found = []
        for index, row in enumerate(rows):
            line = scores.getrow(index)
            best = line.indices[np.argsort(-line.data, kind="stable")[:count]]
            wordings = [wording.lower() for wording in row.wordings]
            passages = [self._contexts[place] for place in best]
            found.append(
                [
                    passage
                    for passage in passages
                    if passage != row.context and not any(wording in passage.lower() for wording in wordings)
                ]
            )
        return found
