package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Contributions;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Review;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.review.BundledScore;
import org.junheng.review.Dimension;
import org.junheng.review.Protocol;
import org.junheng.review.Ranking;
import org.junheng.review.SchoolScore;
import org.junheng.review.Scorecard;
import org.junheng.review.Standing;
import org.junheng.subject.Role;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** Rows of the review and of the bundled assessment, year by year. Needs no engine. */
final class ReviewRows {
    private static final String COMPOSITE = "review.composite";

    private final Protocol protocol;
    private final long seed;
    private final ReviewFigures figures;
    private final List<School> schools;
    private final List<Measures> measures = new ArrayList<>();
    private final List<Review> review = new ArrayList<>();
    private final List<Contributions> contributions = new ArrayList<>();

    /**
     * A school in a year, attributed to one cluster.
     *
     * @param pupils of all its stages; null where they are not known
     */
    record School(
            String code,
            int year,
            @Nullable String county,
            @Nullable String cluster,
            @Nullable Role role,
            @Nullable Double pupils) {

        static School of(SchoolYear school, StagePupils pupils) {
            return new School(
                    school.schoolCode(),
                    school.year(),
                    school.countyCode(),
                    school.clusterId(),
                    school.role(),
                    pupils.all());
        }
    }

    ReviewRows(Protocol protocol, long seed, Stream<Scored> scored, List<School> schools) {
        this.protocol = protocol;
        this.seed = seed;
        this.figures = new ReviewFigures(protocol, scored);
        this.schools = schools;
    }

    Reviewed reviewed() {
        SortedMap<Integer, List<School>> years = new TreeMap<>();
        schools.forEach(school ->
                years.computeIfAbsent(school.year(), y -> new ArrayList<>()).add(school));
        years.forEach((year, of) -> {
            review(SubjectType.COUNTY, year, distinct(of, School::county));
            review(SubjectType.CLUSTER, year, distinct(of, School::cluster));
            bundle(
                    year,
                    of.stream()
                            .filter(s -> s.cluster() != null && s.role() != null)
                            .toList());
        });
        return new Reviewed(measures, review, contributions);
    }

    private static List<String> distinct(List<School> schools, Function<School, @Nullable String> of) {
        return schools.stream()
                .map(of)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private void review(SubjectType type, int year, List<String> subjects) {
        List<Scorecard> cards =
                subjects.stream().map(id -> figures.card(type, id, year)).toList();
        SortedMap<String, Standing> standings = Ranking.of(cards, type + "|" + year, seed);
        Set<Integer> meant = Scorecard.read(cards);
        for (Scorecard card : cards) {
            Standing standing = standings.get(card.subject());
            review.add(row(type, year, card, meant, standing));
            if (standing != null) {
                double[] shares = protocol.shares();
                for (Dimension dimension : Scorecard.weighed(protocol)) {
                    int at = dimension.place();
                    BundledScore.Part part =
                            BundledScore.Part.of(dimension.toString(), card.dimensions()[at], shares[at]);
                    contributions.add(row(type, card.subject(), year, COMPOSITE, part));
                }
            }
        }
    }

    private Review row(SubjectType type, int year, Scorecard card, Set<Integer> meant, @Nullable Standing s) {
        double[] scores = card.dimensions();
        Words reason = card.missing(Scorecard.weighed(protocol), meant).and(protocol.caution());
        Status scored = reason.equals(Words.NONE) ? Status.OK : Status.LOW_EVIDENCE;
        return new Review(
                type,
                card.subject(),
                year,
                protocol.id(),
                score(scores, Dimension.STOCK),
                score(scores, Dimension.GAP),
                score(scores, Dimension.RADIATION),
                score(scores, Dimension.IMPROVEMENT),
                score(scores, Dimension.SATISFACTION),
                s == null ? null : Double.valueOf(s.composite()),
                s == null ? null : Integer.valueOf(s.rank()),
                s == null ? null : Integer.valueOf(s.of()),
                s == null ? null : Integer.valueOf(s.rankLow()),
                s == null ? null : Integer.valueOf(s.rankHigh()),
                s == null ? null : s.topQuarter(),
                s == null ? null : Boolean.valueOf(s.isNamed(protocol.namingLevel())),
                s == null ? null : Integer.valueOf(s.best()),
                s == null ? null : Integer.valueOf(s.worst()),
                s == null ? null : s.reversal(),
                s == null ? Status.NOT_ASSESSED : scored,
                reason.both());
    }

    private static @Nullable Double score(double[] scores, Dimension dimension) {
        double score = scores[dimension.place()];
        return Double.isNaN(score) ? null : Double.valueOf(score);
    }

    private void bundle(int year, List<School> bundled) {
        SortedMap<String, SchoolScore> scores = SchoolScore.of(bundled.stream()
                .map(s -> figures.card(SubjectType.SCHOOL, s.code(), year))
                .toList());
        SortedMap<String, List<BundledScore.Member>> members = new TreeMap<>();
        for (School school : bundled) {
            SchoolScore score = scores.get(school.code());
            if (school.role() == Role.MEMBER && score != null) {
                double pupils = school.pupils() == null ? Double.NaN : school.pupils();
                members.computeIfAbsent(String.valueOf(school.cluster()), c -> new ArrayList<>())
                        .add(new BundledScore.Member(
                                school.code(), pupils, score.level(), score.improvement(), score.pulls()));
            }
        }
        for (School school : bundled) {
            SchoolScore score = scores.get(school.code());
            if (school.role() != null && score != null) {
                List<BundledScore.Member> of = members.getOrDefault(String.valueOf(school.cluster()), List.of());
                add(
                        school,
                        score,
                        new BundledScore.School(
                                school.code(), school.role(), score.own(), score.pulls(), of, protocol.bundle()));
            }
        }
    }

    private void add(School school, SchoolScore score, BundledScore.School bundled) {
        Outcome outcome = new BundledScore().of(bundled);
        Words caution = score.caution().and(protocol.caution());
        Counts counts = new Counts(
                outcome.counts().schools(),
                school.pupils() == null ? null : Long.valueOf(Math.round(school.pupils())),
                null);
        Outcome told;
        if (outcome instanceof Value value) {
            told = new Value(
                    value.value(),
                    value.interval(),
                    null,
                    null,
                    counts,
                    value.caution().and(caution));
            BundledScore.parts(bundled)
                    .forEach(part -> contributions.add(
                            row(SubjectType.SCHOOL, school.code(), school.year(), BundledScore.ID, part)));
        } else {
            told = new Absent(((Absent) outcome).reason().and(caution), counts);
        }
        measures.add(MeasureRow.of(BundledScore.ID, SubjectType.SCHOOL, school.code(), school.year(), null, "")
                .with(told));
    }

    private static Contributions row(SubjectType type, String subject, int year, String total, BundledScore.Part part) {
        return new Contributions(
                type, subject, year, total, part.name(), part.score(), part.weight(), part.contribution());
    }
}
