"""What the answers of the demo's people are made from: where they go, and what they write."""
