"""What the operator decides: one folder of small files, each read strictly by a module of its own."""
