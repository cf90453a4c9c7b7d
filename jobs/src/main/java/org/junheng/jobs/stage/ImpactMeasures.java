package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.impact.BothSides;
import org.junheng.impact.CleanEffect;
import org.junheng.impact.ClusterDiscovery;
import org.junheng.impact.ClusterEffect;
import org.junheng.impact.ClusterJoiningEffect;
import org.junheng.impact.CountyDiscovery;
import org.junheng.impact.CountyEffect;
import org.junheng.impact.ImpactFit;
import org.junheng.impact.ImpactReading;
import org.junheng.impact.ImpactVerdict;
import org.junheng.impact.LeadEffect;
import org.junheng.impact.Rings;
import org.junheng.impact.Spillover;
import org.junheng.impact.TwoSides;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.config.ImpactBlock;
import org.junheng.jobs.table.Measures;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Entry;
import org.junheng.metric.Interval;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.Facet;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** What is read off one block's effect, as measures of the last year of its panel; {@code n_schools} counts the schools that joined. */
record ImpactMeasures(ImpactBlock block, ImpactArea area, Disclosure limits, String unitOfModels) {
    private static final List<String> EXAMS = List.of("school_scores", "value_added", "growth");
    private static final Words FEW_SCHOOLS = new Words("学校数少于公布下限", "fewer schools than the limit of publication");

    /** What is read off a block's effect. */
    record Readings(
            ImpactFit fit, BothSides sides, List<ClusterEffect> clusters, List<CountyEffect> counties, Rings rings) {}

    List<Measures> of(Readings of) {
        List<Measures> rows = new ArrayList<>();
        int year = of.fit().evidence().lastYear();
        for (Entry entry : Catalogue.entries()) {
            if (entry instanceof ImpactReading reading) {
                Outcome outcome = reading.of(of.fit());
                rows.add(ofArea(reading.definition(), year, outcome, reading.sentence(of.fit(), outcome)));
                if (reading.isToldOfCounties()) {
                    of.counties().forEach(county -> rows.add(ofCounty(reading, county, year)));
                }
            } else {
                addBeside(entry, of, year, rows);
                addOfEach(entry, of, year, rows);
            }
        }
        return rows;
    }

    private void addBeside(Entry entry, Readings of, int year, List<Measures> rows) {
        if (entry instanceof LeadEffect lead) {
            Words how = of.sides().leads().overall().reason();
            rows.add(ofArea(lead.definition(), year, lead.of(of.sides()), how));
        } else if (entry instanceof TwoSides both) {
            Outcome state = both.of(of.sides());
            rows.add(ofArea(both.definition(), year, state, both.sentence(of.sides(), state)));
        } else if (entry instanceof CleanEffect clean) {
            Words how = of.rings().clean().overall().reason();
            rows.add(ofArea(clean.definition(), year, clean.of(of.rings()), how));
        } else if (entry instanceof Spillover spillover) {
            Outcome outcome = spillover.of(of.rings());
            rows.add(ofArea(spillover.definition(), year, outcome, spillover.sentence(of.rings(), outcome)));
        }
    }

    private void addOfEach(Entry entry, Readings of, int year, List<Measures> rows) {
        if (entry instanceof ClusterJoiningEffect effect) {
            of.clusters()
                    .forEach(c -> rows.add(ofPart(
                            SubjectType.CLUSTER, c.cluster(), effect.definition(), year, effect.of(c), Words.NONE)));
        } else if (entry instanceof ClusterDiscovery q) {
            of.clusters()
                    .forEach(c -> rows.add(ofPart(
                            SubjectType.CLUSTER, c.cluster(), q.definition(), year, q.of(c), q.sentence(q.of(c)))));
        } else if (entry instanceof CountyDiscovery q) {
            of.counties()
                    .forEach(c -> rows.add(
                            ofPart(SubjectType.COUNTY, c.county(), q.definition(), year, q.of(c), Words.NONE)));
        }
    }

    private Measures ofCounty(ImpactReading reading, CountyEffect county, int year) {
        Outcome outcome = reading instanceof ImpactVerdict verdict ? verdict.of(county) : reading.of(county.fit());
        Words sentence = reading instanceof ImpactVerdict verdict
                ? verdict.sentence(county, outcome)
                : reading.sentence(county.fit(), outcome);
        return ofPart(SubjectType.COUNTY, county.county(), reading.definition(), year, outcome, sentence);
    }

    private Measures ofArea(Definition definition, int year, Outcome outcome, Words sentence) {
        return row(definition, SubjectType.PROVINCE, area.province(), year, outcome, sentence);
    }

    /** An effect on one or two schools is nearly theirs alone, and emptied as that of an area would be (contract 5.3). */
    private Measures ofPart(
            SubjectType type, String subject, Definition definition, int year, Outcome outcome, Words sentence) {
        Long schools = outcome.counts().schools();
        if (schools != null && schools < limits.minSchools()) {
            Measures row = row(definition, type, subject, year, new Absent(FEW_SCHOOLS, outcome.counts()), sentence);
            return withStatus(row, Status.SUPPRESSED);
        }
        return row(definition, type, subject, year, outcome, sentence);
    }

    private Measures row(
            Definition definition, SubjectType type, String subject, int year, Outcome outcome, Words sentence) {
        @Nullable Value value = outcome instanceof Value v ? v : null;
        @Nullable Interval interval = value == null ? null : value.interval();
        Words weak = outcome instanceof Absent absent ? absent.reason() : ((Value) outcome).caution();
        Integer grade = block.outcome().grade();
        Counts counts = outcome.counts();
        return new Measures(
                definition.id(),
                block.id(),
                type,
                subject,
                year,
                null,
                grade == null ? null : Stage.ofGrade(grade),
                EXAMS.contains(block.outcome().table()) ? grade : null,
                facet(),
                "",
                definition.version(),
                value == null ? null : Double.valueOf(value.value()),
                definition.unit().equals("score") ? unit() : definition.unit(),
                interval == null ? null : interval.se(),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()),
                interval == null ? null : Double.valueOf(interval.level()),
                null,
                null,
                counts.schools(),
                null,
                null,
                value == null ? Status.NOT_ASSESSED : weak.equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE,
                (weak.equals(Words.NONE) ? sentence : weak).both(),
                String.join(";", definition.clauses()));
    }

    private static Measures withStatus(Measures m, Status status) {
        return new Measures(
                m.metricId(),
                m.modelId(),
                m.subjectType(),
                m.subjectId(),
                m.year(),
                m.baseYear(),
                m.stage(),
                m.grade(),
                m.facet(),
                m.grouping(),
                m.formulaVersion(),
                m.value(),
                m.unit(),
                m.se(),
                m.ciLow(),
                m.ciHigh(),
                m.level(),
                m.numerator(),
                m.denominator(),
                m.nSchools(),
                m.nPupils(),
                m.nResponses(),
                status,
                m.reason(),
                m.clauseIds());
    }

    private String facet() {
        ImpactBlock.Outcome outcome = block.outcome();
        String subject = outcome.subject() == null ? "" : outcome.subject();
        return switch (outcome.table()) {
            case "school_scores" ->
                outcome.column().equals("mean_score")
                        ? Facet.score(subject)
                        : outcome.column().equals("pass_share")
                                ? Facet.pass(subject)
                                : outcome.column() + ":" + subject;
            case "school_indicators" -> Facet.indicator(subject);
            case "survey_counts" -> Facet.SURVEY + (subject.isEmpty() ? "PARENT" : subject);
            case "value_added", "growth" -> outcome.table() + ":" + subject;
            case "resources" -> outcome.column();
            default -> outcome.table() + "." + outcome.column();
        };
    }

    /** The unit of the outcome. */
    private String unit() {
        String column = block.outcome().column();
        String table = block.outcome().table();
        if (!unitOfModels.isEmpty()) {
            return unitOfModels;
        } else if (table.equals("resources")) {
            return Units.ofLevel(Resource.valueOf(column));
        }
        boolean isShare = column.endsWith("_share") || table.equals("survey_counts") || table.equals("retention");
        return column.equals("mean_score") ? "score" : isShare ? "share" : column;
    }
}
