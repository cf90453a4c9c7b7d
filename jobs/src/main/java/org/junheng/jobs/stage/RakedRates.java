package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.SurveyWeighting;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.satisfaction.MarginSurvey;
import org.junheng.satisfaction.RakedRate;
import org.junheng.subject.About;
import org.junheng.subject.Facet;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Satisfaction of areas with the answers weighted to known margins, where {@code survey_weights} asks. Needs no engine once schools have been measured. */
public final class RakedRates {
    private static final Schema<Schools> SCHOOLS = Schema.of(Schools.class);

    private final SurveyWeighting weighting;
    private final Map<String, Place> places;
    private final SortedMap<Key, Map<String, Measures>> rates = new TreeMap<>();
    private final SortedMap<Key, SortedMap<String, SortedMap<String, Double>>> rolls = new TreeMap<>();

    private RakedRates(SurveyWeighting weighting, Map<String, Place> places) {
        this.weighting = weighting;
        this.places = places;
    }

    /** A school of a year: the areas it lies in, its categories, its pupils. */
    private record Place(
            String school,
            int year,
            List<Subject> areas,
            SortedMap<String, String> categories,
            @Nullable Double pupils) {}

    private record Key(Subject area, int year) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = area.compareTo(other.area);
            return order != 0 ? order : Integer.compare(year, other.year);
        }
    }

    /** The facets that are weighted. */
    public static Set<String> facets(List<SurveyWeighting> weightings) {
        return weightings.stream().map(w -> Facet.SURVEY + w.group()).collect(Collectors.toSet());
    }

    /** @param outcomes the rates of schools among them */
    public static List<Measures> of(SchoolOutcomes outcomes, Tables tables, List<SurveyWeighting> weightings) {
        List<Measures> measures = new ArrayList<>();
        if (!weightings.isEmpty()) {
            Map<String, Place> places = places(tables);
            weightings.forEach(w -> measures.addAll(new RakedRates(w, places).measures(outcomes)));
        }
        return measures;
    }

    private static Map<String, Place> places(Tables tables) {
        Map<String, @Nullable Double> pupils = new HashMap<>();
        for (Staff s : tables.records(Staff.class)) {
            String key = s.schoolCode() + "|" + s.year();
            @Nullable Double before = pupils.containsKey(key) ? pupils.get(key) : Double.valueOf(0);
            pupils.put(key, before == null || s.pupilCount() == null ? null : before + s.pupilCount());
        }
        SortedMap<String, Area> areas = Registers.areas(tables);
        Map<String, Place> places = new HashMap<>();
        for (Schools s : tables.records(Schools.class)) {
            String key = s.schoolCode() + "|" + s.year();
            places.put(key, new Place(s.schoolCode(), s.year(), areas(s, areas), categories(s), pupils.get(key)));
        }
        return places;
    }

    private static List<Subject> areas(Schools s, SortedMap<String, Area> areas) {
        List<Subject> of = new ArrayList<>();
        Area area = s.countyCode() == null ? null : areas.get(s.countyCode());
        add(of, SubjectType.COUNTY, s.countyCode());
        add(of, SubjectType.PREFECTURE, area == null ? null : area.prefecture());
        add(of, SubjectType.PROVINCE, area == null ? null : area.province());
        return of;
    }

    private static void add(List<Subject> areas, SubjectType type, @Nullable String code) {
        if (code != null) {
            areas.add(new Subject(type, code));
        }
    }

    private static SortedMap<String, String> categories(Schools s) {
        SortedMap<String, String> categories = new TreeMap<>();
        Row row = SCHOOLS.row(s);
        for (String column : SurveyWeighting.COLUMNS) {
            Object value = row.getAs(column);
            if (value != null) {
                categories.put(column, value.toString());
            }
        }
        return categories;
    }

    /**
     * The answers of which a rate was made, put together as a run does.
     *
     * @param figures the rates of schools among them
     */
    public static Optional<MarginSurvey> survey(
            Rows figures, Tables tables, List<SurveyWeighting> weightings, Measures number) {
        SchoolOutcomes outcomes = SchoolOutcomes.of(figures, figures, List.of(), facets(weightings));
        Subject area = new Subject(number.subjectType(), number.subjectId());
        return weightings.stream()
                .filter(w -> number.facet().equals(Facet.SURVEY + w.group()))
                .flatMap(w -> new RakedRates(w, places(tables)).surveys(outcomes).stream())
                .filter(survey ->
                        survey.about().subject().equals(area) && survey.about().year() == number.year())
                .findFirst();
    }

    private List<Measures> measures(SchoolOutcomes outcomes) {
        return surveys(outcomes).stream().map(RakedRates::row).toList();
    }

    private List<MarginSurvey> surveys(SchoolOutcomes outcomes) {
        String facet = Facet.SURVEY + weighting.group();
        for (Measures rate : outcomes.satisfaction(facet)) {
            Place place = places.get(rate.subjectId() + "|" + rate.year());
            if (place != null) {
                place.areas().forEach(area -> rates.computeIfAbsent(new Key(area, rate.year()), k -> new HashMap<>())
                        .put(rate.subjectId(), rate));
            }
        }
        if (weighting.totals().isEmpty()) {
            places.values().forEach(this::enrol);
        }
        List<MarginSurvey> surveys = new ArrayList<>();
        rates.forEach((key, schools) -> {
            if (weighting.speaksOf(key.area().id(), key.year())) {
                surveys.add(survey(key, schools, facet));
            }
        });
        return surveys;
    }

    /** Adds the pupils of a school to the population of its areas. */
    private void enrol(Place place) {
        Double pupils = place.pupils();
        if (pupils != null && place.categories().keySet().containsAll(weighting.margins())) {
            for (Subject area : place.areas()) {
                SortedMap<String, SortedMap<String, Double>> of =
                        rolls.computeIfAbsent(new Key(area, place.year()), k -> new TreeMap<>());
                weighting.margins().forEach(column -> of.computeIfAbsent(column, c -> new TreeMap<>())
                        .merge(place.categories().get(column), pupils, Double::sum));
            }
        }
    }

    private MarginSurvey survey(Key key, Map<String, Measures> schools, String facet) {
        SortedMap<String, SortedMap<String, Double>> totals =
                weighting.totals().isEmpty() ? rolls.getOrDefault(key, new TreeMap<>()) : weighting.totals();
        List<MarginSurvey.School> answered = new ArrayList<>();
        schools.forEach((code, rate) -> {
            Place place = places.get(code + "|" + key.year());
            if (place != null && rate.numerator() != null && rate.denominator() != null) {
                answered.add(new MarginSurvey.School(
                        code, Math.round(rate.numerator()), Math.round(rate.denominator()), place.categories()));
            }
        });
        return new MarginSurvey(
                About.of(key.area(), key.year()).facet(facet),
                answered,
                weighting.margins().stream()
                        .map(column -> new MarginSurvey.Known(column, totals.getOrDefault(column, new TreeMap<>())))
                        .toList());
    }

    /** The row; a sound value says how its answers were weighted, too. */
    private static Measures row(MarginSurvey survey) {
        About about = survey.about();
        Outcome outcome = new RakedRate().of(survey);
        MeasureRow row = MeasureRow.of(
                RakedRate.ID, about.subject().type(), about.subject().id(), about.year(), about.stage(), about.facet());
        return outcome instanceof Value value
                ? row.with(value, value.caution().and(RakedRate.method(survey)))
                : row.with(outcome);
    }
}
