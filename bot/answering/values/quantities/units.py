"""Units of measure, time and money: how they are written and, for comparing only, how they convert."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: what it measures, and its size in that dimension's base unit (smallest and largest)."""

    dimension: str
    low: Fraction
    high: Fraction
    offset: Fraction = Fraction(0)  # added before scaling: Fahrenheit's zero


def _measure(dimension: str, size: str, high: str | None = None) -> Measure:
    return Measure(dimension, Fraction(size), Fraction(high or size))


# Own table and not pint: a hundred units are all that news needs, and pint takes 0.2 s to import.
MEASURES: dict[str, Measure] = {
    "second": _measure("time", "1"),
    "minute": _measure("time", "60"),
    "hour": _measure("time", "3600"),
    "day": _measure("time", "86400"),
    "month": _measure("time", "2419200", "2678400"),  # 28 to 31 days
    "year": _measure("time", "31536000", "31622400"),
    "decade": _measure("time", "315532800", "315619200"),
    "century": _measure("time", "3155673600", "3155760000"),
    "mm": _measure("length", "0.001"),
    "cm": _measure("length", "0.01"),
    "m": _measure("length", "1"),
    "km": _measure("length", "1000"),
    "inch": _measure("length", "0.0254"),
    "foot": _measure("length", "0.3048"),
    "yard": _measure("length", "0.9144"),
    "mile": _measure("length", "1609.344"),
    "nautical mile": _measure("length", "1852"),
    "g": _measure("mass", "0.001"),
    "kg": _measure("mass", "1"),
    "tonne": _measure("mass", "1000"),
    "ton": _measure("mass", "907.18474", "1016.0469088"),  # American, metric or British: not said
    "gigatonne": _measure("mass", "1000000000000"),
    "lb": _measure("mass", "0.45359237"),
    "ounce": _measure("mass", "0.028349523125"),
    "litre": _measure("volume", "1"),
    "gallon": _measure("volume", "3.785411784", "4.54609"),  # American or British: not said
    "barrel": _measure("volume", "158.987294928"),
    "m²": _measure("area", "1"),
    "km²": _measure("area", "1000000"),
    "square foot": _measure("area", "0.09290304"),
    "square mile": _measure("area", "2589988.110336"),
    "hectare": _measure("area", "10000"),
    "acre": _measure("area", "4046.8564224"),
    "m³": _measure("volume", "1000"),
    "cubic foot": _measure("volume", "28.316846592"),
    "m/s": _measure("speed", "3.6"),
    "km/h": _measure("speed", "1"),
    "mph": _measure("speed", "1.609344"),
    "knot": _measure("speed", "1.852"),
    "°C": _measure("temperature", "1"),
    "°F": Measure("temperature", Fraction(5, 9), Fraction(5, 9), Fraction(-32)),
    "kW": _measure("power", "0.001"),
    "MW": _measure("power", "1"),
    "GW": _measure("power", "1000"),
    "kWh": _measure("energy", "0.001"),
    "MWh": _measure("energy", "1"),
    "GWh": _measure("energy", "1000"),
    "TWh": _measure("energy", "1000000"),
    "MB": _measure("data", "0.001"),
    "GB": _measure("data", "1"),
    "TB": _measure("data", "1000"),
    "hPa": _measure("pressure", "1"),
    "bpd": _measure("flow", "1"),
    "degree": _measure("degrees", "1"),
    "ppm": _measure("concentration", "1"),
    "%": _measure("percent", "1"),
    "percentage points": _measure("percentage points", "1"),
    "basis points": _measure("percentage points", "0.01"),
}

_TIME_WORDS = {
    "second": "second|seconds|sec|secs",
    "minute": "minute|minutes|min|mins",
    "hour": "hour|hours|hr|hrs",
    "day": "day|days",
    "week": "week|weeks",
    "fortnight": "fortnight|fortnights",
    "month": "month|months",
    "year": "year|years|yr|yrs",
    "decade": "decade|decades",
    "century": "century|centuries",
}
_MEASURE_WORDS = {
    "mm": "mm|millimetre|millimeter|millimetres|millimeters",
    "cm": "cm|centimetre|centimeter|centimetres|centimeters",
    "m": "m|metre|meter|metres|meters",
    "km": "km|kms|kilometre|kilometer|kilometres|kilometers",
    "inch": "inch|inches",
    "foot": "foot|feet|ft",
    "yard": "yard|yards",
    "mile": "mile|miles",
    "nautical mile": "nautical mile|nautical miles",
    "g": "g|gram|grams",
    "kg": "kg|kgs|kilogram|kilograms|kilo|kilos",
    "tonne": "tonne|tonnes|metric ton|metric tons",
    "ton": "ton|tons",
    "gigatonne": "gigatonne|gigatonnes|gigaton|gigatons|Gt",
    "lb": "lb|lbs|pound|pounds",
    "ounce": "oz|ounce|ounces",
    "litre": "litre|liter|litres|liters",
    "gallon": "gallon|gallons",
    "barrel": "barrel|barrels",
    "m²": "square metre|square meter|square metres|square meters|sq m|m²",
    "km²": "square kilometre|square kilometer|square kilometres|square kilometers|sq km|km²",
    "square foot": "square foot|square feet|sq ft",
    "square mile": "square mile|square miles|sq mi",
    "hectare": "hectare|hectares|ha",
    "m³": "cubic metre|cubic meter|cubic metres|cubic meters|m³",
    "cubic foot": "cubic foot|cubic feet",
    "m/s": "m/s|metres per second|meters per second|metres a second|meters a second",
    "acre": "acre|acres",
    "km/h": "km/h|kph|kmh|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour",
    "mph": "mph|miles per hour|miles an hour",
    "knot": "knot|knots",
    "°C": "°c|degrees celsius|degrees centigrade|degrees c|celsius",
    "°F": "°f|degrees fahrenheit|degrees f|fahrenheit",
    "degree": "degree|degrees|°",
    "ppm": "ppm|parts per million",
    "kW": "kW|kilowatt|kilowatts",
    "MW": "MW|megawatt|megawatts",
    "GW": "GW|gigawatt|gigawatts",
    "kWh": "kWh|kilowatt-hour|kilowatt-hours|kilowatt hour|kilowatt hours",
    "MWh": "MWh|megawatt-hour|megawatt-hours|megawatt hour|megawatt hours",
    "GWh": "GWh|gigawatt-hour|gigawatt-hours|gigawatt hour|gigawatt hours",
    "TWh": "TWh|terawatt-hour|terawatt-hours|terawatt hour|terawatt hours",
    "MB": "megabyte|megabytes|MB",
    "GB": "gigabyte|gigabytes|GB",
    "TB": "terabyte|terabytes|TB",
    "hPa": "hPa|hectopascal|hectopascals|millibar|millibars",
    "bpd": "bpd|barrels per day|barrels a day|barrels of oil per day|barrels of oil a day",
    "%": "%|percent|per cent|pct",
    "percentage points": "percentage point|percentage points|pp",
    "basis points": "basis point|basis points|bps",
}
TIME_UNITS = {word: unit for unit, words in _TIME_WORDS.items() for word in words.split("|")}
MEASURE_UNITS = {word.lower(): unit for unit, words in _MEASURE_WORDS.items() for word in words.split("|")}
_MULTIPLES = {"week": ("day", Fraction(7)), "fortnight": ("day", Fraction(14))}
# Months and what is made of them: exact among each other, though none has a fixed number of days.
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
# Degrees that do not say whose they are may be either.
SCALES = frozenset({"degree", "°C", "°F"})


def canonical_unit(unit: str) -> tuple[str, Fraction]:
    """Return the unit that *unit* is written in, and how many of it one *unit* is: a week is 7 days."""
    return _MULTIPLES.get(unit, (unit, Fraction(1)))
