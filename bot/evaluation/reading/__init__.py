"""The trained reader, measured on public data: spans, refusals and entailment."""
