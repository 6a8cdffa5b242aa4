"""What keeps a journal whole and private: copies, keys, erasing, and looking after it."""
