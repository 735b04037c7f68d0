"""How the shipped readers are made: data in, one ONNX file in 8 bits out. Nothing that serves imports this.

``python -m bot.answering.reader.training.fit --data DIR --work DIR`` trains, and goes on where it was stopped;
``python -m bot.answering.reader.training.export --work DIR --to FILE`` writes the model. With ``--close`` it is the
one that reads close up. ``python -m bot.evaluation.reading.calibration --model FILE --second FILE --data DIR`` measures
the threshold of both and puts it into the first.
The data's form is that of ``rows``; the packages needed are the extra ``train``.
"""
