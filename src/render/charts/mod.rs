//! Points in, the geometry of a chart out: where lines, bars and labels go. Templates draw it as SVG.

mod distribution;
mod history;
mod labels;
mod series;

use crate::model::Date;
use serde::{Deserialize, Serialize};
use tera::{Kwargs, State, Tera, TeraResult, Value};

/// The functions that templates call, with what each gives.
pub const FUNCTIONS: &[(&str, &str)] = &[
    ("history_chart", "steps of one judgement over time: `history_chart(points, grades)`"),
    ("series_chart", "a figure over time with its comparators: `series_chart(points, comparators, unit)`"),
    ("distribution_chart", "grades by year as stacked bars: `distribution_chart(years, grades)`"),
];

pub(super) fn register(tera: &mut Tera) {
    tera.register_function("history_chart", |kwargs: Kwargs, _: &State| drawn(kwargs, history::chart));
    tera.register_function("series_chart", |kwargs: Kwargs, _: &State| drawn(kwargs, series::chart));
    tera.register_function("distribution_chart", |kwargs: Kwargs, _: &State| {
        drawn(kwargs, distribution::chart)
    });
}

fn drawn<I: for<'a> Deserialize<'a>, C: Serialize>(
    kwargs: Kwargs,
    chart: fn(I) -> Option<C>,
) -> TeraResult<Value> {
    Ok(chart(kwargs.deserialize()?).map_or_else(Value::none, |chart| Value::from_serializable(&chart)))
}

const WIDTH: f64 = 680.0;
const RIGHT: f64 = 28.0;
const TOP: f64 = 18.0;

#[derive(Deserialize)]
struct GradeInput {
    id: String,
    label: String,
    order: u8,
}

/// Something at a place, with its words.
#[derive(Debug, Serialize)]
struct Mark {
    x: f64,
    y: f64,
    label: String,
    /// The grade or the number of the line that it belongs to.
    class: String,
    /// Where its words begin: `start`, `middle` or `end`.
    anchor: &'static str,
}

/// A date as a number of years.
fn moment(date: Date) -> f64 {
    let day = date.first_day();
    f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0) / 366.0
}

fn year_ticks(from: i64, until: i64, x: impl Fn(f64) -> f64, y: f64) -> Vec<Mark> {
    let step = ((until - from) as f64 / 9.0).ceil().max(1.0) as usize;
    let years = (from..=until).step_by(step);
    years
        .map(|year| Mark {
            x: x(year as f64),
            y,
            label: year.to_string(),
            class: String::new(),
            anchor: "middle",
        })
        .collect()
}

fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
