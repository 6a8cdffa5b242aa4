"""The places, and the trips made from them."""
