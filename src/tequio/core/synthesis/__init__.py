"""Reading what people said: texts, passages, codes and themes, and how far several readers agree."""
