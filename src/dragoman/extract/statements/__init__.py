"""Who said what to whom: attributions in the text, and statements made of them.

Two steps. ``attributions`` finds source, cue and content by their spans, from the
parse and the quotation marks alone; ``claims`` turns them into statements with
speakers, relays, addressees, act and condition.
"""
