//! What follows a number in, the unit of measure that it names out, each under one name in the plural.

use super::Unit;
use crate::extract::finder::{Case, Heads};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The unit right after a number, and the length of its name with what parts it from the number. The longest name wins:
/// "square metres", "degrees Celsius", "km/h".
pub(super) fn measure(after: &str) -> Option<(Unit, usize)> {
    let rest = after.strip_prefix([' ', '-', '‑', '\u{a0}']).unwrap_or(after);
    if !HEADS.begin(rest) {
        return None;
    }
    let lead = after.len() - rest.len();
    let ends = ends(rest);
    let attached = lead == 0;
    ends.iter().rev().find_map(|&end| {
        let unit = named(&rest[..end], attached)?;
        Some((Unit::Measure(unit), lead + end))
    })
}

/// Where the first three words end, as far as no mark parts them.
fn ends(rest: &str) -> Vec<usize> {
    let near = &rest[..rest.floor_char_boundary(32)];
    let (mut found, mut open) = (Vec::new(), false);
    for (at, c) in near.char_indices() {
        if c.is_alphanumeric() || matches!(c, '°' | '²' | '³' | 'µ' | 'μ') {
            open = true;
            continue;
        }
        if open {
            found.push(at);
        }
        if found.len() == 3 || !matches!(c, ' ' | '-' | '/' | '.') {
            return found;
        }
        open = false;
    }
    if open && near.len() == rest.len() {
        found.push(rest.len());
    }
    found
}

/// The name under which a unit is told. Long names are not written on to a number, and what could be a word of its own
/// only so.
fn named(name: &str, attached: bool) -> Option<&'static str> {
    let fits = if attached { name.chars().count() <= 6 } else { !matches!(name, "p" | "G" | "MP") };
    if !fits {
        return None;
    }
    if let Some(unit) = BY_NAME.get(name) {
        return Some(unit);
    }
    if name.len() < 3 || !name.is_ascii() {
        return None;
    }
    BY_NAME.get(name.to_ascii_lowercase().replace('-', " ").as_str()).copied()
}

/// One of the unit that a name stands for, as it follows "per": "cm" is a "centimetre".
pub fn one_of(name: &str) -> Option<String> {
    let unit = *BY_NAME.get(name)?;
    Some(match unit {
        "feet" => "foot".to_owned(),
        "inches" => "inch".to_owned(),
        "centuries" => "century".to_owned(),
        "square feet" => "square foot".to_owned(),
        "hertz" | "G" => unit.to_owned(),
        _ => unit.strip_suffix('s').unwrap_or(unit).to_owned(),
    })
}

static BY_NAME: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    MEASURES.iter().flat_map(|(names, unit)| names.split('|').map(move |name| (name, *unit))).collect()
});

/// As the names begin: most words after a number name no unit.
static HEADS: LazyLock<Heads> =
    LazyLock::new(|| Heads::of(&BY_NAME.keys().collect::<Vec<_>>(), Case::Ignored));

/// Every name of a unit, and the one under which it is told.
const MEASURES: [(&str, &str); 118] = [
    ("mmHg|mm Hg", "mmHg"),
    ("degree|degrees|°", "degrees"),
    ("basis point|basis points|bps", "basis points"),
    ("cent|cents", "cents"),
    ("pence|penny|pennies|p", "pence"),
    ("G", "G"),
    ("megapixel|megapixels|MP", "megapixels"),
    ("Mbps|megabits per second", "megabits per second"),
    ("second|seconds|secs|sec", "seconds"),
    ("millisecond|milliseconds|ms|msec", "milliseconds"),
    ("minute|minutes|mins|min", "minutes"),
    ("hour|hours|hrs|hr", "hours"),
    ("day|days", "days"),
    ("week|weeks", "weeks"),
    ("fortnight|fortnights", "fortnights"),
    ("month|months", "months"),
    ("year|years|yrs|yr", "years"),
    ("decade|decades", "decades"),
    ("century|centuries", "centuries"),
    ("year old|years old|year olds|years of age", "years of age"),
    ("month old|months old|month olds", "months of age"),
    ("week old|weeks old|week olds", "weeks of age"),
    ("day old|days old", "days of age"),
    ("mile|miles|mi", "miles"),
    ("nautical mile|nautical miles", "nautical miles"),
    ("light year|light years", "light years"),
    ("mph|miles per hour|miles an hour|mile per hour", "miles per hour"),
    ("km|kilometre|kilometres|kilometer|kilometers", "kilometres"),
    ("km/h|km/hr|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour", "kilometres per hour"),
    ("m/s|metres per second|meters per second", "metres per second"),
    ("knot|knots", "knots"),
    ("metre|metres|meter|meters|m", "metres"),
    ("dm|decimetre|decimetres", "decimetres"),
    ("cm|centimetre|centimetres|centimeter|centimeters", "centimetres"),
    ("mm|millimetre|millimetres|millimeter|millimeters", "millimetres"),
    ("µm|μm|micron|microns|micrometre|micrometres", "micrometres"),
    ("nm|nanometre|nanometres|nanometer|nanometers", "nanometres"),
    ("foot|feet|ft", "feet"),
    ("inch|inches", "inches"),
    ("yard|yards|yd|yds", "yards"),
    ("acre|acres", "acres"),
    ("hectare|hectares|ha", "hectares"),
    (
        "square metre|square metres|square meter|square meters|sq m|sq metre|sq metres|sq meter|sq meters|m2|m²|sqm",
        "square metres",
    ),
    (
        "square kilometre|square kilometres|square kilometer|square kilometers|sq km|km2|km²",
        "square kilometres",
    ),
    ("square mile|square miles|sq mi|sq mile|sq miles", "square miles"),
    ("square foot|square feet|sq ft|sq feet|sq foot|sq. ft|sqft", "square feet"),
    ("square yard|square yards", "square yards"),
    ("square inch|square inches", "square inches"),
    ("cubic metre|cubic metres|cubic meter|cubic meters|m3|m³", "cubic metres"),
    ("cubic foot|cubic feet", "cubic feet"),
    ("cubic inch|cubic inches", "cubic inches"),
    ("cc|cubic centimetre|cubic centimetres", "cubic centimetres"),
    ("kg|kgs|kilogram|kilograms|kilo|kilos|kilogramme|kilogrammes", "kilograms"),
    ("g|gram|grams|gramme|grammes", "grams"),
    ("mg|milligram|milligrams", "milligrams"),
    ("µg|μg|microgram|micrograms|mcg", "micrograms"),
    ("tonne|tonnes", "tonnes"),
    ("kilotonne|kilotonnes|kiloton|kilotons", "kilotonnes"),
    ("megatonne|megatonnes|megaton|megatons", "megatonnes"),
    ("gigatonne|gigatonnes|gigaton|gigatons", "gigatonnes"),
    ("metric ton|metric tons|metric tonne|metric tonnes", "metric tons"),
    ("ton|tons", "tons"),
    ("lb|lbs", "pounds"),
    ("pound foot|pound feet|lb ft|lbs ft", "pound-feet"),
    ("ounce|ounces|oz", "ounces"),
    ("litre|litres|liter|liters|l|L", "litres"),
    ("ml|mL|millilitre|millilitres|milliliter|milliliters", "millilitres"),
    ("cl|centilitre|centilitres", "centilitres"),
    ("gallon|gallons", "gallons"),
    ("pint|pints", "pints"),
    ("barrel|barrels|bbl", "barrels"),
    ("mpg|miles per gallon", "miles per gallon"),
    ("g/km", "grams per kilometre"),
    ("watt|watts|W", "watts"),
    ("kW|kilowatt|kilowatts", "kilowatts"),
    ("MW|megawatt|megawatts", "megawatts"),
    ("GW|gigawatt|gigawatts", "gigawatts"),
    ("TWh|terawatt hour|terawatt hours", "terawatt hours"),
    ("GWh|gigawatt hour|gigawatt hours", "gigawatt hours"),
    ("MWh|megawatt hour|megawatt hours", "megawatt hours"),
    ("kWh|kilowatt hour|kilowatt hours", "kilowatt hours"),
    ("hp|horsepower", "horsepower"),
    ("bhp|brake horsepower", "brake horsepower"),
    ("Nm|newton metres|newton meters", "newton metres"),
    ("rpm|revs per minute|revolutions per minute", "revolutions per minute"),
    ("volt|volts|V", "volts"),
    ("amp|amps", "amperes"),
    ("mAh", "milliampere hours"),
    ("A/cm2|A/cm²", "amperes per square centimetre"),
    ("mV|millivolt|millivolts", "millivolts"),
    ("kV|kilovolt|kilovolts", "kilovolts"),
    ("mA|milliamp|milliamps", "milliamperes"),
    ("mW|milliwatt|milliwatts", "milliwatts"),
    ("kPa|kilopascal|kilopascals", "kilopascals"),
    ("MPa|megapascal|megapascals", "megapascals"),
    ("GPa|gigapascal|gigapascals", "gigapascals"),
    ("ksi", "kilopounds per square inch"),
    ("kN|kilonewton|kilonewtons", "kilonewtons"),
    ("ppm|parts per million", "parts per million"),
    ("cm2|cm²|square centimetre|square centimetres", "square centimetres"),
    ("mm2|mm²|square millimetre|square millimetres", "square millimetres"),
    ("joule|joules", "joules"),
    ("kJ|kilojoule|kilojoules", "kilojoules"),
    ("calorie|calories|kcal", "calories"),
    ("pascal|pascals", "pascals"),
    ("psi", "pounds per square inch"),
    ("dB|decibel|decibels", "decibels"),
    ("Hz|hertz", "hertz"),
    ("kHz|KHz|kilohertz", "kilohertz"),
    ("MHz|Mhz|megahertz", "megahertz"),
    ("GHz|Ghz|gigahertz", "gigahertz"),
    ("bit|bits", "bits"),
    ("KB|kB|kilobytes", "kilobytes"),
    ("MB|megabyte|megabytes", "megabytes"),
    ("GB|gigabyte|gigabytes", "gigabytes"),
    ("TB|terabyte|terabytes", "terabytes"),
    (
        "°C|degrees C|degrees Celsius|degree Celsius|degrees celsius|Celsius|celsius|degrees centigrade",
        "degrees Celsius",
    ),
    (
        "°F|degrees F|degrees Fahrenheit|degree Fahrenheit|degrees fahrenheit|Fahrenheit|fahrenheit",
        "degrees Fahrenheit",
    ),
];
