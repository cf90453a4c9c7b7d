package org.junheng.jobs.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/** The checks of the rows of each table. */
final class RowChecks {
    private static final Set<String> OWN_COUNTIES = Set.of("counties", "county_links");
    private static final Set<String> OWN_SCHOOLS = Set.of("schools", "school_links", "county_links");
    private static final Map<String, Set<String>> STAGES = Map.of(
            "PRIMARY", Set.of("PRIMARY", "KINDERGARTEN"),
            "TEACHING_POINT", Set.of("PRIMARY", "KINDERGARTEN"),
            "JUNIOR", Set.of("JUNIOR"),
            "NINE_YEAR", Set.of("PRIMARY", "JUNIOR", "KINDERGARTEN"),
            "COMPLETE_SECONDARY", Set.of("JUNIOR", "SENIOR"),
            "SENIOR", Set.of("SENIOR"),
            "KINDERGARTEN", Set.of("KINDERGARTEN"));
    /** Six years of primary school, or five and four of junior school (五四制). */
    private static final Map<String, Range> GRADES = Map.of(
            "PRIMARY", new Range(1, 6),
            "TEACHING_POINT", new Range(1, 6),
            "JUNIOR", new Range(6, 9),
            "NINE_YEAR", new Range(1, 9),
            "COMPLETE_SECONDARY", new Range(6, 12),
            "SENIOR", new Range(10, 12));

    private static final List<List<String>> PARTS = List.of(
            List.of("above_required_degree_teachers", "full_time_teacher_count"),
            List.of("backbone_teachers", "full_time_teacher_count"),
            List.of("pe_teachers", "full_time_teacher_count"),
            List.of("arts_teachers_total", "full_time_teacher_count"),
            List.of("mid_senior_title_teachers", "full_time_teacher_count"),
            List.of("bachelor_teachers", "full_time_teacher_count"),
            List.of("rotated_teachers", "rotation_eligible_teachers"),
            List.of("rotated_backbone_teachers", "rotated_teachers"));
    private static final List<List<String>> AREAS =
            List.of(List.of("indoor_sports_area_m2", "teaching_auxiliary_area_m2"));
    private static final List<List<String>> PASSES = List.of(List.of("excellent_share", "pass_share"));
    private static final List<String> ANSWERS =
            List.of("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied");

    private final Schema<?> schema;
    private final References known;

    private record Range(int from, int to) {
        boolean holds(int grade) {
            return grade >= from && grade <= to;
        }
    }

    private final List<RowCheck> checks = new ArrayList<>();

    private RowChecks(Schema<?> schema, References known) {
        this.schema = schema;
        this.known = known;
    }

    static List<RowCheck> of(Schema<?> schema, References known) {
        RowChecks checks = new RowChecks(schema, known);
        checks.addReferences();
        checks.addOwn();
        return checks.checks;
    }

    private void addReferences() {
        if (!OWN_SCHOOLS.contains(schema.table())) {
            addReference("school_code", known::knowsSchool, "schools, school_links");
            addReference("from_school_code", known::knowsSchool, "schools, school_links");
            addReference("to_school_code", known::knowsSchool, "schools, school_links");
        }
        if (!OWN_COUNTIES.contains(schema.table())) {
            addReference("county_code", known::knowsCounty, "counties");
        }
        if (!schema.table().equals("clusters")) {
            addReference("cluster_id", known::knowsCluster, "clusters");
        }
    }

    private void addReference(String column, Predicate<String> isKnown, String tables) {
        if (schema.names().contains(column)) {
            checks.add((row, notes) -> {
                String code = row.text(column);
                if (code != null && !isKnown.test(code)) {
                    throw new RowFault(Rule.UNKNOWN_CODE, column, tables);
                }
            });
        }
    }

    private void addOwn() {
        switch (schema.table()) {
            case "staff" -> {
                checks.add(this::stageFitsType);
                checks.add((row, notes) -> partsFitWholes(PARTS, row, notes));
            }
            case "facilities" -> checks.add((row, notes) -> partsFitWholes(AREAS, row, notes));
            case "clusters" -> checks.add(RowChecks::cycleEndsLater);
            case "schools" -> checks.add(RowChecks::closedAfterOpening);
            case "school_indicators" -> checks.add(this::stageFitsType);
            case "memberships" -> checks.add(this::spanIsPossible);
            case "enrolments" -> checks.add(RowChecks::leavingComesLater);
            case "pupil_scores" -> {
                checks.add(this::gradeFitsType);
                checks.add((row, notes) -> notAboveFullMark(row, "score"));
            }
            case "school_scores" -> {
                checks.add(this::gradeFitsType);
                checks.add(RowChecks::meanNotAboveFullMark);
                checks.add((row, notes) -> partsFitWholes(PASSES, row, notes));
            }
            case "survey_counts" -> checks.add(RowChecks::answersWereIssued);
            case "retention" -> checks.add(RowChecks::enrolledAreRegistered);
            case "evidence" -> checks.add(this::subjectIsKnown);
            default -> {}
        }
    }

    private void stageFitsType(Cells row, CellNotes notes) throws RowFault {
        String type = known.typeOf(row.value("school_code"), row.value("year"));
        String stage = row.text("stage");
        Set<String> stages = type == null ? null : STAGES.get(type);
        if (stages != null && stage != null && !stages.contains(stage)) {
            throw new RowFault(Rule.STAGE_AGAINST_TYPE, "stage", String.valueOf(type));
        }
    }

    private void gradeFitsType(Cells row, CellNotes notes) throws RowFault {
        String type = known.typeOf(row.value("school_code"), row.value("year"));
        Range grades = type == null ? null : GRADES.get(type);
        if (grades != null && row.value("grade") instanceof Integer grade && !grades.holds(grade)) {
            throw new RowFault(Rule.STAGE_AGAINST_TYPE, "grade", String.valueOf(type));
        }
    }

    private static void closedAfterOpening(Cells row, CellNotes notes) throws RowFault {
        LocalDate opened = row.date("opened_on");
        LocalDate closed = row.date("closed_on");
        if (opened != null && closed != null && closed.isBefore(opened)) {
            throw new RowFault(Rule.CLOSED_BEFORE_OPENED, "closed_on", opened.toString());
        }
    }

    private static void partsFitWholes(List<List<String>> pairs, Cells row, CellNotes notes) {
        for (List<String> pair : pairs) {
            Double part = row.number(pair.get(0));
            Double whole = row.number(pair.get(1));
            if (part != null && whole != null && part > whole) {
                notes.column(pair.get(0));
                notes.add(Rule.PART_ABOVE_WHOLE, pair.get(1));
            }
        }
    }

    private void spanIsPossible(Cells row, CellNotes notes) throws RowFault {
        LocalDate joined = row.date("joined_on");
        LocalDate left = row.date("left_on");
        LocalDate opened = known.openingOf(String.valueOf(row.text("school_code")));
        if (joined != null && left != null && left.isBefore(joined)) {
            throw new RowFault(Rule.LEFT_BEFORE_JOINED, "left_on", joined.toString());
        } else if (joined != null && opened != null && joined.isBefore(opened)) {
            throw new RowFault(Rule.JOINED_BEFORE_OPENING, "joined_on", opened.toString());
        }
    }

    private static void cycleEndsLater(Cells row, CellNotes notes) {
        LocalDate started = row.date("started_on");
        LocalDate ends = row.date("cycle_ends_on");
        if (started != null && ends != null && ends.isBefore(started)) {
            notes.column("cycle_ends_on");
            notes.add(Rule.CYCLE_BEFORE_START, started.toString());
        }
    }

    private static void leavingComesLater(Cells row, CellNotes notes) throws RowFault {
        LocalDate entered = row.date("entered_on");
        LocalDate left = row.date("left_on");
        if (entered != null && left != null && left.isBefore(entered)) {
            throw new RowFault(Rule.LEFT_BEFORE_JOINED, "left_on", entered.toString());
        }
    }

    private void notAboveFullMark(Cells row, String column) throws RowFault {
        Double score = row.number(column);
        Double full =
                score == null ? null : known.fullMarkOf(row.value("year"), row.value("grade"), row.value("subject"));
        refuseAbove(score, full, column);
    }

    private static void meanNotAboveFullMark(Cells row, CellNotes notes) throws RowFault {
        refuseAbove(row.number("mean_score"), row.number("full_mark"), "mean_score");
    }

    private static void refuseAbove(@Nullable Double score, @Nullable Double full, String column) throws RowFault {
        if (score != null && full != null && score > full) {
            throw new RowFault(Rule.ABOVE_FULL_MARK, column, plain(full));
        }
    }

    private static void answersWereIssued(Cells row, CellNotes notes) throws RowFault {
        Double issued = row.number("issued_count");
        double answers = 0;
        for (String column : ANSWERS) {
            Double count = row.number(column);
            answers += count == null ? 0 : count;
        }
        if (issued != null && answers > issued) {
            throw new RowFault(
                    Rule.COUNTS_CONTRADICT, "issued_count", plain(answers) + " answers > " + plain(issued) + " issued");
        }
    }

    private static void enrolledAreRegistered(Cells row, CellNotes notes) throws RowFault {
        Double registered = row.number("registered_children");
        Double enrolled = row.number("enrolled_locally");
        if (registered != null && enrolled != null && enrolled > registered) {
            throw new RowFault(
                    Rule.COUNTS_CONTRADICT,
                    "enrolled_locally",
                    "enrolled " + plain(enrolled) + " > registered " + plain(registered));
        }
    }

    private void subjectIsKnown(Cells row, CellNotes notes) throws RowFault {
        String id = String.valueOf(row.text("subject_id"));
        boolean isKnown =
                switch (String.valueOf(row.text("subject_type"))) {
                    case "school" -> known.knowsSchool(id);
                    case "county" -> known.knowsCounty(id);
                    case "cluster" -> known.knowsCluster(id);
                    default -> true;
                };
        if (!isKnown) {
            throw new RowFault(Rule.UNKNOWN_CODE, "subject_id", "schools, school_links, counties, clusters");
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
