"""What developers run beside Dateline."""
