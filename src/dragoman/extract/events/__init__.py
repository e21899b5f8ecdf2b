"""Events: who did what to whom, where, when, and how it is put.

A sentence is read upwards through the rooms: words that tell events
(``triggers``), who takes part (``parties``), where and when (``setting``), how it
is put (``modality``), whether the words mean what they could (``senses``);
``sentence`` fills the frames and ``story`` joins what several sentences tell.
``extractor`` makes claims of it.
"""
