"""Units as news writes them, with their standard symbol and dimension (SI, UCUM spellings, ISO 4217)."""

_TABLE = {
    "length": {
        "km": "km kilometer kilometers kilometre kilometres kms", "m": "meter meters metre metres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "mm": "mm millimeter millimeters millimetre millimetres", "mi": "mile miles",
        "ft": "foot feet ft", "in": "inch inches", "yd": "yard yards", "nmi": "nautical-mile nautical-miles",
    },
    "area": {
        "km²": "km² square-kilometer square-kilometers square-kilometre square-kilometres",
        "m²": "m² square-meter square-meters square-metre square-metres", "mi²": "square-mile square-miles",
        "ft²": "square-foot square-feet", "ha": "hectare hectares", "acre": "acre acres",
    },
    "volume": {
        "m³": "m³ cubic-meter cubic-meters cubic-metre cubic-metres",
        "L": "liter liters litre litres", "gal": "gallon gallons",
        "barrel": "barrel barrels bbl", "pint": "pint pints", "mL": "ml milliliter milliliters millilitre millilitres",
    },
    "mass": {
        "kg": "kg kilogram kilograms kilogramme kilogrammes kilo kilos", "g": "gram grams gramme grammes",
        "mg": "mg milligram milligrams", "t": "tonne tonnes metric-ton metric-tons", "ton": "ton tons",
        "lb": "pound-weight lb lbs", "oz": "ounce ounces oz", "st": "stone",
    },
    "time": {
        "century": "century centuries", "decade": "decade decades", "year": "year years yr yrs",
        "quarter": "", "month": "month months", "week": "week weeks", "day": "day days",
        "hour": "hour hours hr hrs", "minute": "minute minutes min mins", "s": "second seconds sec secs",
        "ms": "millisecond milliseconds",
    },
    "speed": {
        "mph": "mph mile-per-hour miles-per-hour miles-an-hour",
        "km/h": "km/h kph kmh kilometers-per-hour kilometres-per-hour kilometers-an-hour kilometres-an-hour",
        "knot": "knot knots", "m/s": "m/s meters-per-second metres-per-second",
    },
    "temperature": {
        "°C": "°c degree-celsius degrees-celsius degree-centigrade degrees-centigrade celsius",
        "°F": "°f degree-fahrenheit degrees-fahrenheit fahrenheit", "°": "degree degrees",
    },
    "energy": {
        "kWh": "kwh kilowatt-hour kilowatt-hours", "MWh": "mwh megawatt-hour megawatt-hours",
        "GWh": "gwh gigawatt-hour gigawatt-hours", "TWh": "twh terawatt-hour terawatt-hours",
        "cal": "calorie calories", "kcal": "kcal", "J": "joule joules",
    },
    "power": {
        "W": "watt watts", "kW": "kw kilowatt kilowatts", "MW": "mw megawatt megawatts",
        "GW": "gw gigawatt gigawatts", "hp": "hp horsepower",
    },
    "data": {"MB": "mb megabyte megabytes", "GB": "gb gigabyte gigabytes", "TB": "tb terabyte terabytes"},
    "frequency": {"Hz": "hz hertz", "MHz": "mhz megahertz", "GHz": "ghz gigahertz"},
    "share": {
        "%": "% percent per-cent pct pc", "point": "point points percentage-point percentage-points pp",
        "bp": "bp bps basis-point basis-points",
    },
    "multiple": {"×": "times fold x"},
    "money": {
        "USD": "dollar dollars usd us-dollar us-dollars bucks", "EUR": "euro euros eur",
        "GBP": "pound pounds gbp sterling", "JPY": "yen jpy", "CNY": "yuan renminbi cny",
        "RUB": "ruble rubles rouble roubles", "INR": "rupee rupees", "CHF": "franc francs swiss-franc swiss-francs chf",
        "NOK": "krone kroner nok", "SEK": "krona kronor sek", "DKK": "dkk", "PLN": "zloty zlotys",
        "UAH": "hryvnia hryvnias", "TRY": "lira liras", "ZAR": "rand", "KRW": "won", "BRL": "real reais",
        "MXN": "peso pesos", "ILS": "shekel shekels", "HUF": "forint forints", "CZK": "koruna korunas",
        "RON": "leu lei", "BGN": "lev leva", "¢": "cent cents ¢", "p": "pence penny",
    },
}  # fmt: skip

UNITS: dict[str, tuple[str, str]] = {
    name.replace("-", " "): (symbol, dimension)
    for dimension, symbols in _TABLE.items()
    for symbol, names in symbols.items()
    for name in names.split()
}
"""Name in small letters to (symbol, dimension). Only units that news spells out; no prefix arithmetic."""

SYMBOLS = {"km": ("km", "length"), "m": ("m", "length"), "g": ("g", "mass"), "ha": ("ha", "area"),
           "L": ("L", "volume"), "°": ("°", "temperature")}  # fmt: skip
"""Symbols that are units only in this spelling, right after a number."""

CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
              "₩": "KRW", "₴": "UAH", "₺": "TRY", "₪": "ILS", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
              "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "NT$": "TWD",
              "Mex$": "MXN", "Rs": "INR", "R": "ZAR", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
              "CHF": "CHF", "JPY": "JPY", "NOK": "NOK", "SEK": "SEK", "DKK": "DKK"}  # fmt: skip
"""What stands before an amount of money, as ISO 4217 codes."""

NATIONAL = {"us": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
            "new zealand": "NZD", "singapore": "SGD", "taiwan": "TWD"}  # fmt: skip
"""Whose dollars: the word before the currency's name."""

PER = frozenset(
    """year month week day hour minute second barrel ton tonne ounce gallon litre liter mile kilometer
    kilometre person head share square-metre acre pound kilogram capita night""".split()
)
"""What a rate is counted by, after "a", "an" or "per"."""
