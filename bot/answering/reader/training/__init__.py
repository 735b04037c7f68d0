"""How the shipped reader is made: data in, one ONNX file in 8 bits out. Nothing that serves imports this.

``python -m bot.answering.reader.training.distil --data DIR --work DIR --teachers 1 --students 0 --passes 2`` trains it
on a GPU; ``python -m bot.answering.reader.training.fit --data DIR --work DIR`` trains without one, and goes on where it was
stopped; ``python -m bot.answering.reader.training.export --work DIR --to FILE`` writes the model, and
``python -m bot.evaluation.reading.calibration --model FILE --data DIR`` measures its threshold and puts it into the file.
The data's form is that of ``rows``; the packages needed are the extra ``train``.
"""
