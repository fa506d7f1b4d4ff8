//! A reading in, its direct speech as facts out: at least four words between quotation marks that someone is said to
//! have spoken or written. Names of schemes, titles and words set apart are none.

mod attribution;
mod beside;
mod clauses;
mod cues;
mod joined;
mod marks;
mod nouns;
mod pronouns;
mod speakers;
mod verbless;

pub use cues::is_cue;

use super::names::Names;
use super::reading::Reading;
use crate::model::{Details, Document, DocumentKind, Fact, FactValue, Quotation, Span, Vocabulary};
use attribution::Tie;
use marks::Stretch;
use speakers::{Scene, Speaker};

/// Words between quotation marks, with their speaker where the text tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// From mark to mark; it may run over several paragraphs.
    pub span: Span,
    /// The words without marks, paragraphs joined by a line break.
    pub text: String,
    /// A person's fullest name, or the words that name the speaker.
    pub speaker: Option<String>,
    /// Index of the speaker in [`Names::persons`].
    pub person: Option<usize>,
    /// Whether it counts as direct speech that the text ascribes to its speaker.
    pub ascribed: bool,
}

/// Every quotation of a document, in reading order.
pub fn quoted(document: &Document, vocabulary: &Vocabulary, details: &Details, names: &Names) -> Vec<Quoted> {
    let stretches = marks::stretches(document);
    let spans: Vec<Span> = stretches.iter().map(|stretch| stretch.whole).collect();
    let inspection = matches!(
        details.kind,
        DocumentKind::InspectionReport
            | DocumentKind::FocusedVisitLetter
            | DocumentKind::MonitoringVisitLetter
    );
    let authors = (inspection && !vocabulary.inspectorate.is_empty()).then_some("inspectors");
    let scene = Scene { document, names, quoted: &spans, authors };
    let speakers = attribution::speakers(&scene, &stretches);
    let told = stretches.iter().zip(speakers);
    told.filter_map(|(stretch, speaker)| one(document, names, stretch, speaker, inspection)).collect()
}

fn one(
    document: &Document,
    names: &Names,
    stretch: &Stretch,
    speaker: Option<(Speaker, Tie)>,
    inspection: bool,
) -> Option<Quoted> {
    let parts: Vec<&str> = stretch.parts.iter().map(|part| document.words(*part)).collect();
    let text = parts.join("\n").trim_end_matches([',', ' ']).to_owned();
    let words = text.split_whitespace().count();
    if !stretch.opened && speaker.is_none() {
        return None;
    }
    let spoken = text.ends_with(['.', '!', '?', '…']) || parts.iter().any(|part| part.ends_with(','));
    let by_verb = speaker.as_ref().is_some_and(|(_, tie)| *tie == Tie::Verb);
    let tied = speaker.as_ref().is_some_and(|(_, tie)| match tie {
        Tie::Verb => true,
        Tie::Former => !inspection || spoken || text.starts_with(char::is_lowercase),
        Tie::Subject => !inspection && spoken,
        Tie::Near => false,
    });
    // Reports quote a few words of many people, and name schemes: less than six of them are no speech, or five that a
    // verb gives to someone and that are no noun.
    let borrowed = inspection && !spoken && !attribution::is_direct(document, stretch);
    let least = match borrowed {
        true if by_verb && !begins_with_article(&text) => 5,
        true => 6,
        false => 4,
    };
    let long_enough = words >= least;
    let long_enough = long_enough && !(words < 6 && !spoken && is_noun_only(document, stretch));
    let ascribed = long_enough && tied && !is_grade(&text) && !(is_title(&text) && !(by_verb && spoken));
    let person = match &speaker {
        Some((Speaker::Person(person), _)) => Some(*person),
        _ => None,
    };
    let speaker = speaker.map(|(speaker, _)| match speaker {
        Speaker::Person(person) => names.persons[person].name.clone(),
        Speaker::Words(words) => words,
    });
    Some(Quoted { span: stretch.whole, text, speaker, person, ascribed })
}

/// Whether a determiner or a number stands right before the marks, so that a noun's words are borrowed: a “long road”.
fn is_noun_only(document: &Document, stretch: &Stretch) -> bool {
    let text = document.text();
    let from = text.floor_char_boundary(stretch.whole.start.saturating_sub(24));
    let word = text[from..stretch.whole.start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "a" | "an" | "the" | "its" | "their" | "his" | "her" | "our" | "this" | "these" | "of"
    ) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn begins_with_article(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or("").to_lowercase();
    matches!(
        first.as_str(),
        "a" | "an" | "the" | "this" | "that" | "their" | "its" | "our" | "my" | "his" | "her"
    )
}

/// Whether the words are a grade, which a judgement gives: ‘require improvement to be good’.
fn is_grade(text: &str) -> bool {
    let lower = text.trim_end_matches(['.', ',']).to_lowercase();
    lower.ends_with("improvement to be good") && lower.split(' ').count() <= 6
}

/// Whether most of the words begin with a capital letter, as in a title.
fn is_title(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|word| word.len() > 3);
    let capital = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    words().count() > 1 && capital * 5 >= words().count() * 4
}

/// One fact for each quotation that is ascribed to someone.
pub fn find(reading: &Reading) -> Vec<Fact> {
    let spoken = reading.quoted.iter().filter(|quoted| quoted.ascribed && !is_crosshead(reading, quoted));
    spoken.map(|quoted| fact(reading, quoted)).collect()
}

/// "'Still more to do'" between two paragraphs: a heading that is a quotation and no more says what the text below says.
fn is_crosshead(reading: &Reading, quoted: &Quoted) -> bool {
    const MARKS: usize = 8;
    let block = reading.document.block_at(quoted.span.start);
    block.is_some_and(|block| block.kind.is_heading() && block.span.len() <= quoted.span.len() + MARKS)
}

fn fact(reading: &Reading, quoted: &Quoted) -> Fact {
    let office = quoted.person.and_then(|person| reading.office_of(person));
    let value = Quotation {
        text: quoted.text.clone(),
        speaker: quoted.speaker.clone(),
        speaker_role: office.map(|(_, office)| office.role.clone()),
    };
    Fact::new(reading.document, FactValue::Quotation(value), quoted.span, "direct-speech")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::sample;

    /// Each quotation that counts as "speaker: words".
    fn quotations(text: &str) -> Vec<String> {
        let (document, vocabulary) = (sample::document(text), Vocabulary::default());
        let facts = find(&Reading::new(&document, &vocabulary));
        facts.iter().filter_map(|fact| line(&fact.value)).collect()
    }

    fn line(value: &FactValue) -> Option<String> {
        let FactValue::Quotation(quotation) = value else { return None };
        Some(format!(
            "{}: {}",
            quotation.speaker.as_deref().unwrap_or("-"),
            quotation.text.replace('\n', " / ")
        ))
    }

    fn check(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(quotations(text), *expected, "{text}");
        }
    }

    #[test]
    fn the_speaker_stands_before_behind_or_between() {
        check(&[
            ("Amy Lowe said: “We will keep it open.”", &["Amy Lowe: We will keep it open."]),
            (
                "Some crews told wardens they felt “done to and not asked”.",
                &["Some crews: done to and not asked"],
            ),
            (
                "The letter finds that crews “know their boats very well”.",
                &["the letter: know their boats very well"],
            ),
            (
                "Tom Lowe is the leader.\n\nAmy Hill told members, a claim that Cllr Owen Reed rejected.\n\n“No one was told of it,” he said.",
                &["Owen Reed: No one was told of it"],
            ),
            ("“We will keep it open,” said Amy Lowe, the leader.", &["Amy Lowe: We will keep it open"]),
            ("“We will keep it open,” Amy Lowe told the Gazette.", &["Amy Lowe: We will keep it open"]),
            (
                "“We will keep it open,” Amy Lowe said. “Nobody wants it closed.”",
                &["Amy Lowe: We will keep it open", "Amy Lowe: Nobody wants it closed."],
            ),
            (
                "Amy Lowe said: ‘The majority are well.\n\n‘It is welcome news for everybody.\n\nMs Lowe left.",
                &["Amy Lowe: The majority are well. / It is welcome news for everybody."],
            ),
            (
                "“It has failed them,” said Amy Lowe.\n\n“It did so for far too long.” Inspectors found that staff were few.",
                &["Amy Lowe: It has failed them", "Amy Lowe: It did so for far too long."],
            ),
            (
                "“It will do,” said Amy Lowe. “They were warned then,” the Harbour councillor added.",
                &["Amy Lowe: They were warned then"],
            ),
            (
                "“Much has been done here” by the council to lift “the lives of its children”, states Amy Lowe.",
                &["Amy Lowe: Much has been done here", "Amy Lowe: the lives of its children"],
            ),
            (
                "The report found during the visit that “nobody had asked them”.",
                &["the report: nobody had asked them"],
            ),
            (
                "Amy Lowe said: “We will keep it.\n\nAdvertisement Hide Ad\n\n“We always have.”",
                &["Amy Lowe: We will keep it. / We always have."],
            ),
            ("According to Amy Lowe, “the offer was never made”.", &["Amy Lowe: the offer was never made"]),
            ("It was “a long and hard road”, according to Amy Lowe.", &["Amy Lowe: a long and hard road"]),
            ("As Amy Lowe put it, “the party is truly over”.", &["Amy Lowe: the party is truly over"]),
            ("“It will do very well,” beamed Amy Lowe.", &["Amy Lowe: It will do very well"]),
            ("“It will never do at all.” – Amy Lowe, parent", &["Amy Lowe: It will never do at all."]),
            ("Amy Lowe’s verdict: “It will never do.”", &["Amy Lowe: It will never do."]),
            (
                "After it closed Amy Lowe, the leader, said: “It is a very sad day.”",
                &["Amy Lowe: It is a very sad day."],
            ),
            (
                "Staff were criticised with inspectors saying “nobody had asked them”.",
                &["inspectors: nobody had asked them"],
            ),
            (
                "Amy Lowe said: “It is slow.\n\n“It was “no help to anybody”.\n\n“It must go.”",
                &["Amy Lowe: It is slow. / It was “no help to anybody”. / It must go."],
            ),
            (
                "Amy Lowe, of the charity Safe Start, called it “a very bad day”.",
                &["Amy Lowe: a very bad day"],
            ),
            ("On Monday, and not before, Amy Lowe said: “This is the end.”", &["Amy Lowe: This is the end."]),
        ]);
    }

    #[test]
    fn those_without_a_name_speak_too() {
        check(&[
            (
                "Members of the ‘Harbour’ group told inspectors, ‘Adults here ask us first.’",
                &["Members of the ‘Harbour’ group: Adults here ask us first."],
            ),
            (
                "A pupil said, ‘I like it here very much.’\n\nThe eldest boy gave evidence. ‘I was not scared at all,’ he said.",
                &["a pupil: I like it here very much.", "The eldest boy: I was not scared at all"],
            ),
        ]);
    }

    #[test]
    fn pronouns_stand_for_those_without_a_name_too() {
        check(&[
            (
                "Amy Lowe was there.\n\nOne librarian, who asked not to be named, was less sure. “We were told by letter,” she said.",
                &["One librarian: We were told by letter"],
            ),
            (
                "Tom Lowe left. At the pier a port spokesman dismissed it. “It is an old song,” he said.",
                &["a port spokesman: It is an old song"],
            ),
            (
                "A port source said little. “They should read it first,” the source said.",
                &["a port source: They should read it first"],
            ),
            (
                "Amy Lowe ran well. Her daughter Julie runs with her. “She stops for every dog,” she laughed.",
                &["Julie: She stops for every dog"],
            ),
            (
                "But Tom Lowe, the former warden, said he could not. “I have sailed for years,” he told them.",
                &["Tom Lowe: I have sailed for years"],
            ),
            (
                "Wardens said it was dry. Asked about that, Tom Lowe shook his head. “I have seen it wet.”",
                &["Tom Lowe: I have seen it wet."],
            ),
        ]);
    }

    #[test]
    fn borrowed_words_are_nobodys_speech() {
        check(&[
            ("Amy Lowe said it had hired 16 “lead trainers of staff” last year.", &[]),
            ("The report told of a “long upward road ahead” for the town.", &[]),
            ("The move was announced after Amy Lowe “read the inspectors’ report”.", &[]),
            (
                "At the time the leader Amy Lowe, an independent, said it was “very sad about the news”.",
                &["Amy Lowe: very sad about the news"],
            ),
        ]);
    }

    #[test]
    fn asides_stand_between_the_speaker_and_the_verb() {
        check(&[
            (
                "One parent, quoted in the letter, told inspectors: “They never called me.” Another said they felt “left out of it all”.",
                &["One parent: They never called me.", "Another parent: left out of it all"],
            ),
            (
                "A carer, who asked not to be named, said: “The line rang out.”",
                &["a carer: The line rang out."],
            ),
            (
                "‘We will be there on time’ said Amy Lowe, the leader.",
                &["Amy Lowe: We will be there on time"],
            ),
            (
                "Cllr Tom Reed asked: “Will it be done by May?” Amy Lowe replied: “It will be done by then.”",
                &["Tom Reed: Will it be done by May?", "Amy Lowe: It will be done by then."],
            ),
            (
                "The leader, Amy Lowe, welcomed the report, which she called “a fair and honest account”.",
                &["Amy Lowe: a fair and honest account"],
            ),
            (
                "Amy Lowe, 42, came.\n“He would ring me in tears,” the mum-of-two said.",
                &["Amy Lowe: He would ring me in tears"],
            ),
            ("Mr. Tom Kelly came.\n“It is a good day,” Mr. Kelly said.", &["Tom Kelly: It is a good day"]),
            (
                "Lowe Capital called it “the best day of all,” according to a report by a paper.",
                &["Lowe Capital: the best day of all"],
            ),
            (
                "Cllr Amy Lowe said of the Ofsted report: “The key line is at the end.”",
                &["Amy Lowe: The key line is at the end."],
            ),
            (
                "Inspectors came in May, finding a “strong response to children at risk”.",
                &["Inspectors: strong response to children at risk"],
            ),
        ]);
    }

    #[test]
    fn speech_without_a_verb_is_of_whom_the_words_before_tell() {
        check(&[
            (
                "The board will stay, Amy Lowe explained. “They have two different roles.”",
                &["Amy Lowe: They have two different roles."],
            ),
            (
                "Amy Lowe said that the work was late.\n“We will make up for it.”",
                &["Amy Lowe: We will make up for it."],
            ),
            (
                "The commissioner, Amy Lowe, came.\n“This is a start,” the commissioner said.",
                &["Amy Lowe: This is a start"],
            ),
            ("Amy Lowe said: “It is late.”\n# What they said\nThe list:\n“Nobody told us of it.”", &[]),
        ]);
    }

    #[test]
    fn statements_are_given_out_and_people_are_told_of() {
        check(&[
            (
                "Senator Amy Lowe (D-Calif.) today issued the following statement on boats:\n“We will help them all.”",
                &["Amy Lowe: We will help them all."],
            ),
            (
                "Tom Reed, who rows, was asked by the leader, Amy Lowe, who said: “Nobody ever rows here.”",
                &["Amy Lowe: Nobody ever rows here."],
            ),
            (
                "Amy Lowe came.\nShe explained that once boats are announced “nobody can row there”.",
                &["Amy Lowe: nobody can row there"],
            ),
            (
                "Tom Reed rowed.\nMbalix Zulqui from the union said it was late. He told the Post: “We row too late.”",
                &["Mbalix Zulqui: We row too late."],
            ),
            ("Mbalix Zulqui: “We row too late.”", &["Mbalix Zulqui: We row too late."]),
            (
                "“We row too late,” says Mbalix Zulqui.\nThe homes of Tom Reed fell.\n“We lost it all,” he says.",
                &["Mbalix Zulqui: We row too late", "Mbalix Zulqui: We lost it all"],
            ),
        ]);
    }

    #[test]
    fn documents_and_groups_speak_too() {
        check(&[
            (
                "The report states: “Visits are recorded too late.”",
                &["the report: Visits are recorded too late."],
            ),
            (
                "“Visits are recorded too late,” adds the letter.",
                &["the letter: Visits are recorded too late"],
            ),
            (
                "“Visits are recorded too late,” the report adds.",
                &["the report: Visits are recorded too late"],
            ),
            (
                "The report is out.\nIt says: “Visits are recorded too late.”",
                &["the report: Visits are recorded too late."],
            ),
            ("In its letter, Ofsted said it was “too slow to act”.", &["Ofsted: too slow to act"]),
            ("One child told inspectors, ‘I like my new home.’", &["One child: I like my new home."]),
            (
                "One carer said, ‘They make you feel valued’ and another ‘They know our hard job.’",
                &["One carer: They make you feel valued", "another carer: They know our hard job."],
            ),
        ]);
    }

    #[test]
    fn pronouns_and_surnames_are_resolved() {
        check(&[
            (
                "Tom Reed met Amy Lowe.\nReed was glad.\nHe said: “It was a good day.”",
                &["Tom Reed: It was a good day."],
            ),
            ("Cllr Amy Lowe was glad.\n“It was a good day,” she said.", &["Amy Lowe: It was a good day"]),
            ("Amy Lowe came.\nMs Lowe added: “It was a good day.”", &["Amy Lowe: It was a good day."]),
            ("Tom Reed came.\n“It was a good day,” she said.", &[]),
            (
                "Amy Lowe left early.\nBut Susan is not convinced. “They got caught out,” she said.",
                &["Susan: They got caught out"],
            ),
            (
                "Ofsted went to see the council. The report is out.\nIt found that the council was slow.\n“Staff fear the boss,” it states.",
                &["the report: Staff fear the boss"],
            ),
        ]);
    }

    #[test]
    fn who_is_called_by_an_office_or_a_trade_was_named_before() {
        check(&[
            (
                "In an interview on Saturday, Amy Lowe defended it as overdue.\n“It has been a toy for 20 years,” the prime minister said.",
                &["Amy Lowe: It has been a toy for 20 years"],
            ),
            (
                "Boats are “quietly becoming a fleet of wrecks”, the boats commissioner has warned, as figures show.\nSpeaking at a meeting in Kent, Amy Lowe said crews were tired.",
                &["Amy Lowe: quietly becoming a fleet of wrecks"],
            ),
            (
                "Tom Reed let the ball go.\n“I won’t have a word against him,” said the Rovers manager.",
                &["the Rovers manager: I won’t have a word against him"],
            ),
            (
                "When asked what she took, Amy Lowe laughed. “Beads, from a bead shop,” the actress said.",
                &["Amy Lowe: Beads, from a bead shop"],
            ),
            (
                "The Boat Association took issue with that. Boats are “among the safest things” and float, the trade group said in a statement.",
                &["The Boat Association: among the safest things"],
            ),
            (
                "Asked about it, Amy Lowe said it was lost. But she ruled out leaving.\n“I was hired to build it,” she said.",
                &["Amy Lowe: I was hired to build it"],
            ),
        ]);
    }

    #[test]
    fn statements_by_someone_and_words_offered_are_spoken() {
        check(&[
            (
                "An earlier statement, issued on Friday by Amy Lowe, had said it killed “some fish and no men”.",
                &["Amy Lowe: some fish and no men"],
            ),
            (
                "In a short note, Harbour Homes offered its “deepest sympathy to all those affected”.",
                &["Harbour Homes: deepest sympathy to all those affected"],
            ),
            (
                "The National Boat Service said that 11 boats sank. In a bulletin, it warned that the sea “will stay as high as it is”.",
                &["the National Boat Service: will stay as high as it is"],
            ),
        ]);
    }

    #[test]
    fn speech_runs_over_paragraphs() {
        check(&[
            (
                "Amy Lowe said: “This is the first part.\n“This is the second.\n“And this the last.”",
                &["Amy Lowe: This is the first part. / This is the second. / And this the last."],
            ),
            (
                "Amy Lowe said: “This is the first part\n“This is the second.”\nIt rained.",
                &["Amy Lowe: This is the first part / This is the second."],
            ),
            (
                "The report says: \"This is the first part.\nThis is the second.\"",
                &["the report: This is the first part. / This is the second."],
            ),
            ("The plan is far from clear,” states the report.", &["the report: The plan is far from clear"]),
            (
                "‘We must come back,’ Amy Lowe said. ‘It is a delay.\n‘I will look at it again.’",
                &["Amy Lowe: We must come back", "Amy Lowe: It is a delay. / I will look at it again."],
            ),
            (
                "Amy Lowe said:\n'This is the first part.\nIt's the second.\nAnd this the last.'",
                &["Amy Lowe: This is the first part. / It's the second. / And this the last."],
            ),
        ]);
    }

    #[test]
    fn marks_of_all_kinds_are_paired() {
        check(&[
            (
                "'We don't know the workers' plans yet,' Amy Lowe said.",
                &["Amy Lowe: We don't know the workers' plans yet"],
            ),
            ("``We will not change it,'' Amy Lowe said.", &["Amy Lowe: We will not change it"]),
            ("\" We are very pleased , \" said Amy Lowe .", &["Amy Lowe: We are very pleased"]),
            ("Amy Lowe said: ”We are very pleased today.”", &["Amy Lowe: We are very pleased today."]),
            (
                "“He said ‘go away now’ and left,” Amy Lowe recalled.",
                &["Amy Lowe: He said ‘go away now’ and left"],
            ),
        ]);
    }

    #[test]
    fn words_set_apart_are_no_quotations() {
        check(&[
            ("The ‘Step into social work’ scheme is valued.", &[]),
            ("The work is described as ‘well led and well run’.", &[]),
            ("Cases that were ’stepped across’ have not come back.", &[]),
            ("The film “The Last Summer of Our Lives” opened.", &[]),
            ("The board is 12\" by 14\" and the members’ views were heard.", &[]),
            ("Amy Lowe said it was “heartening” and “new”.", &[]),
            ("Inspectors say services ‘require improvement to be good’.", &[]),
            (
                "A focused visit to the council’s children in need and child protection services found “much delay in the work”.",
                &[],
            ),
        ]);
    }
}
