"""How numbers are written here: Mexico writes 9,209,944.5, unlike the Spanish that Django knows best."""
