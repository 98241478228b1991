"""Units as news writes them, with their standard symbol and dimension (SI, UCUM spellings, ISO 4217)."""

from collections.abc import Iterator

_TABLE = {
    "length": {
        "km": "km kilometer kilometers kilometre kilometres kms", "m": "meter meters metre metres",
        "cm": "cm centimeter centimeters centimetre centimetres",
        "mm": "mm millimeter millimeters millimetre millimetres", "mi": "mile miles",
        "ft": "foot feet ft", "in": "inch inches", "yd": "yard yards", "nmi": "nautical-mile nautical-miles",
    },
    "area": {
        "km²": "km² square-kilometer square-kilometers square-kilometre square-kilometres sq-km",
        "m²": "m² square-meter square-meters square-metre square-metres sq-m sq-metres sq-meters",
        "mi²": "square-mile square-miles",
        "ft²": "square-foot square-feet sq-ft sq-feet sq.-ft", "ha": "hectare hectares", "acre": "acre acres",
    },
    "volume": {
        "m³": "m³ cubic-meter cubic-meters cubic-metre cubic-metres",
        "L": "liter liters litre litres", "gal": "gallon gallons",
        "ft³": "cubic-foot cubic-feet", "km³": "cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers",
        "cup": "cup cups", "bushel": "bushel bushels", "qt": "quart quarts",
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
        "rpm": "rpm", "knot": "knot knots", "m/s": "m/s meters-per-second metres-per-second",
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
        "GW": "gw gigawatt gigawatts", "hp": "hp bhp horsepower",
    },
    "data": {"MB": "mb megabyte megabytes", "GB": "gb gigabyte gigabytes", "TB": "tb terabyte terabytes"},
    "frequency": {"Hz": "hz hertz", "MHz": "mhz megahertz", "GHz": "ghz gigahertz"},
    "share": {
        "%": "% percent per-cent pct pc", "point": "point points percentage-point percentage-points pp",
        "bp": "bp bps basis-point basis-points",
    },
    "torque": {"lb-ft": "lb-ft pound-feet", "Nm": "nm newton-metres newton-meters"},
    "concentration": {"ppm": "parts-per-million", "ppb": "parts-per-billion"},
    "multiple": {"×": "times fold x"},
    "money": {
        "USD": "dollar dollars usd us-dollar us-dollars bucks", "EUR": "euro euros eur",
        "GBP": "pound pounds gbp sterling", "JPY": "yen jpy", "CNY": "yuan renminbi cny",
        "RUB": "ruble rubles rouble roubles", "INR": "rupee rupees", "CHF": "franc francs swiss-franc swiss-francs chf",
        "NOK": "krone kroner nok", "SEK": "krona kronor sek", "DKK": "dkk", "PLN": "zloty zlotys",
        "UAH": "hryvnia hryvnias", "TRY": "lira liras", "ZAR": "rand", "KRW": "won", "BRL": "real reais",
        "MXN": "peso pesos", "ILS": "shekel shekels", "HUF": "forint forints", "CZK": "koruna korunas",
        "NGN": "naira", "IDR": "rupiah rupiahs", "MYR": "ringgit", "THB": "baht", "VND": "dong", "BDT": "taka",
        "ETB": "birr", "GHS": "cedi cedis", "KZT": "tenge", "GEL": "lari", "AZN": "manat manats",
        "RON": "leu lei", "BGN": "lev leva", "¢": "cent cents ¢", "p": "pence penny",
    },
}  # fmt: skip

_PREFIXES = {"nano": "n", "micro": "µ", "milli": "m", "centi": "c", "kilo": "k", "mega": "M", "giga": "G",
             "tera": "T", "peta": "P"}  # fmt: skip
_BASES = {
    "length": {"m": "metre meter"}, "mass": {"g": "gram gramme", "t": "tonne"}, "power": {"W": "watt"},
    "frequency": {"Hz": "hertz"}, "energy": {"J": "joule", "Wh": "watt-hour"}, "volume": {"L": "litre liter"},
    "voltage": {"V": "volt"}, "current": {"A": "amp ampere"}, "pressure": {"Pa": "pascal", "bar": "bar"},
    "data": {"B": "byte", "bit": "bit"}, "time": {"s": "second"},
}  # fmt: skip
"""Units that take prefixes, by dimension."""


def _prefixed() -> Iterator[tuple[str, str, str]]:
    """Name, symbol and dimension of every unit with each prefix: megatonne, Mt, mass."""
    for name, symbol, dimension in (("volt", "V", "voltage"), ("amp", "A", "current"), ("byte", "B", "data")):
        yield from ((each, symbol, dimension) for each in (name, f"{name}s"))
    for dimension, bases in _BASES.items():
        for base, names in bases.items():
            for name in names.split():
                for prefix, letter in _PREFIXES.items():
                    yield f"{prefix}{name}", f"{letter}{base}", dimension
                    yield f"{prefix}{name}s", f"{letter}{base}", dimension


UNITS: dict[str, tuple[str, str]] = {
    **{name.replace("-", " "): (symbol, dimension) for name, symbol, dimension in _prefixed()},
    **{
        name.replace("-", " "): (symbol, dimension)
        for dimension, symbols in _TABLE.items()
        for symbol, names in symbols.items()
        for name in names.split()
    },
}
"""Name in small letters to (symbol, dimension)."""

SYMBOLS = {
    symbol: (standard, dimension)
    for dimension, symbols in {
        "length": "m mm cm km nm µm μm:µm ft in yd",
        "area": "ha m² km² m2:m² km2:km² sqm:m² sqft:ft²",
        "volume": "L l:L ml:mL mL cc:cm³ m³ cl:cL",
        "mass": "g kg mg µg t kt Mt Gt lb lbs:lb oz",
        "speed": "mph kph:km/h kmh:km/h km/h m/s",
        "power": "W kW MW GW TW hp bhp:hp PS:hp",
        "energy": "Wh kWh MWh GWh TWh J kJ MJ kcal",
        "frequency": "Hz HZ:Hz kHz MHz GHz rpm",
        "data": "B KB:kB kB MB GB TB PB Kbps:kbit/s kbps:kbit/s Mbps:Mbit/s mbps:Mbit/s Gbps:Gbit/s",
        "voltage": "V mV kV",
        "current": "A mA mAh",
        "pressure": "psi bar mbar hPa kPa MPa",
        "temperature": "° °C °F C:°C F:°F degC:°C degF:°F",
        "share": "% pc:% pct:%",
        "time": "s ms h:hour hr:hour hrs:hour min:minute mins:minute",
        "money": "p c:¢ ¢",
        "concentration": "ppm ppb",
    }.items()
    for each in symbols.split()
    for symbol, _, named in [each.partition(":")]
    for standard in [named or symbol]
}
"""Symbols that are units in this spelling, right after a number."""
SPACED = frozenset(
    """mm cm km nm µm μm ft yd ha m² km² m2 km2 ml mL cc kg mg lb lbs oz mph kph kmh km/h m/s kW MW GW hp bhp kWh MWh
    GWh TWh kHz MHz GHz Hz rpm KB MB GB TB Kbps Mbps mbps Gbps kV mAh psi hPa kPa ppm °C °F pc pct""".split()
)
"""Those of them that may stand behind a space too."""

CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
              "₩": "KRW", "₴": "UAH", "₺": "TRY", "₪": "ILS", "A$": "AUD", "AU$": "AUD", "C$": "CAD",
              "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "NT$": "TWD",
              "US $": "USD", "A $": "AUD", "C $": "CAD", "HK $": "HKD", "NZ $": "NZD", "S $": "SGD",
              "$US": "USD", "$A": "AUD", "$C": "CAD", "$NZ": "NZD", "$HK": "HKD", "$S": "SGD", "RM": "MYR",
              "PS": "GBP", "Y=": "JPY", "N$": "NAD", "Ksh": "KES", "KSh": "KES",
              "GH₵": "GHS", "₦": "NGN", "₱": "PHP", "฿": "THB",
              "Mex$": "MXN", "Rs": "INR", "R": "ZAR", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
              "CHF": "CHF", "JPY": "JPY", "NOK": "NOK", "SEK": "SEK", "DKK": "DKK"}  # fmt: skip
"""What stands before an amount of money, as ISO 4217 codes."""

NATIONAL = {"us": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
            "new zealand": "NZD", "singapore": "SGD", "taiwan": "TWD"}  # fmt: skip
"""Whose dollars: the word before the currency's name."""

PER = frozenset(
    """year month week day hour minute second barrel ton tonne ounce gallon litre liter mile kilometer
    kilometre person head share square-metre acre pound kilogram capita night gram kilo game match visit
    square-foot square-mile cubic-metre unit user employee household student pupil customer passenger
    megawatt-hour kilowatt-hour hectare bushel round minute""".split()
)
"""What a rate is counted by, after "a", "an" or "per"."""
