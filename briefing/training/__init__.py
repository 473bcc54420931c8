"""Makes what lies in `briefing/analysis/data`. Nothing that runs imports it."""
