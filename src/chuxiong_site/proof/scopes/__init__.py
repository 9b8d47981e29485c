"""What may stand in each slot of a phrase: worked out anew from the report, its facts and the content fields."""
