"""An article of which reprints are made."""

PARAGRAPHS = (
    "The mill at Orrin Bridge was built in 1871 by Thomas Hale. It ground oats for the whole valley.",
    'It closed in 1921. "We will not see its like again," the owner said at the time; he moved away.',
    "Many visitors come to see the wheel, which is about nine metres high and still turns.",
    "The trust that owns it also runs a large museum next door. It opened its doors in 1964.",
)
