"""What a page's data call ingredients and steps of a recipe is text where the page prints it."""

import json

import pytest

from newsarchive.extraction import extract

STORY = [
    "There are nights when the shops are shut, the larder is bare and only a tin of beans stands between us and toast.",
    "This stew is for such nights: it asks for hardly anything and gives back something smoky, thick and a bit sweet.",
    "A neighbour who never measures taught it to me, so that it took a whole winter of dinners to get it right.",
    "Use the best paprika that you can find; it keeps its scent for a year if it stands in the dark in a red tin.",
]
INGREDIENTS = ["1 onion, chopped", "2 tins white beans", "1 tbsp smoked paprika"]
STEPS = [
    "Soften the onion in oil for five minutes.",
    "Add paprika, stir until it smells of smoke.",
    "Tip in the beans.",
]
DATA = {
    "@type": "Recipe",
    "name": "Bean stew",
    "recipeIngredient": INGREDIENTS,
    "recipeInstructions": [{"@type": "HowToSection", "itemListElement": [{"@type": "HowToStep", "text": s} for s in STEPS]}],
}  # fmt: skip
CARD = """<div class=card><h2>Bean stew</h2><div>4.9 from 31 votes</div><div>Prep Time <span>5 mins</span></div>
    <div><h3>Ingredients</h3><ul class=x1>{}</ul></div><div><h3>Instructions</h3><ol class=x2>{}</ol></div>{}</div>"""


def read(data: str, end: str = "") -> list[str]:
    card = CARD.format(
        "".join(f"<li>{one}</li>" for one in INGREDIENTS), "".join(f"<li>{one}</li>" for one in STEPS), end
    )
    page = f"""<html lang=en><title>Bean stew - Red Tin</title><script type=application/ld+json>{data}</script><body>
        <a href=/>Red Tin</a><article><h1>Bean stew</h1><p>By Bisi Cole, 13 May 2026</p>
        <div class=text>{"".join(f"<p>{line}</p>" for line in STORY)}{card}</div></article>
        <div id=comments><h3>2 comments</h3><p>Made this twice this week, and the children asked for it again!</p></div>"""
    return extract(page, "https://kitchen.example.test/bean-stew/").body.split("\n")


@pytest.mark.parametrize("data", [json.dumps(DATA), json.dumps(DATA)[:-1] + ", } broken"])
@pytest.mark.parametrize("end", ["", "<div>© Bisi Cole</div>"])
def test_the_ingredients_and_steps_of_a_recipe_are_text(data: str, end: str) -> None:
    assert [line for line in read(data, end) if line not in STORY] == [
        "Ingredients",
        *INGREDIENTS,
        "Instructions",
        *STEPS,
    ]
