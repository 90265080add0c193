"""Where claims are kept: one contract, one implementation over Bolt, two servers behind it."""
