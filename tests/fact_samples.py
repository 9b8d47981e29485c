"""How do the tests make facts without a report?"""

from __future__ import annotations

from decimal import Decimal

from chuxiong_site.model import measures
from chuxiong_site.model.catalogue import Indicator
from chuxiong_site.model.findings import Fact
from chuxiong_site.model.numeral import Qualifier
from chuxiong_site.model.place import Place, Span


def create_indicator(name: str, *, measure: str = measures.COUNT, unit: str = "件") -> Indicator:
    """Return an indicator of the catalogue."""
    return Indicator(
        id=name,
        name="示例",
        measure=measure,
        unit=unit,
        scope="全州",
        theme="services",
        definition="",
        definition_source="",
    )


def create_fact(
    name: str,
    value: str,
    *,
    resolution: str = "1",
    measure: str = measures.COUNT,
    unit: str = "件",
    role: str | None = None,
    qualifier: Qualifier | None = None,
    upper: str | None = None,
) -> Fact:
    """Return a fact as printed with that value and last digit."""
    number = Decimal(value)
    shown = f"{number:f}{unit}"
    return Fact(
        id=f"{name}.{role}" if role else name,
        indicator=create_indicator(name, measure=measure, unit=unit),
        role=role,
        span=Span(start=0, end=1),
        surface=shown,
        display=shown,
        value=number,
        resolution=Decimal(resolution),
        unit=unit,
        qualifier=qualifier,
        qualifier_text="",
        upper=None if upper is None else Decimal(upper),
        section="1.1",
        sentence=Span(start=0, end=1),
        place=Place(file="reports/2023.md", line=1, column=1),
    )


def create_rate(name: str, value: str, *, resolution: str = "0.01") -> Fact:
    """Return a percentage printed to that resolution."""
    return create_fact(name, value, resolution=resolution, measure=measures.SHARE, unit="%")
