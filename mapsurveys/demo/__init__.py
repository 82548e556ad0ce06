"""The demo of map surveys: surveys in five languages and made-up responses to them."""
