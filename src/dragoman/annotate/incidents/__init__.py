"""What the reading model knows of attacks: kinds, and who plays what part."""
