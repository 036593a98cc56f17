"""What evaluate reports; these files know arrays, no model."""
