package org.junheng.jobs.report;

import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.report.PublishedTable.Line;

/**
 * The dossiers of all areas and clusters, and of schools where the report is for them, filled while published rows pass by. Parts within groups, and indices that measure the same gap in
 * another way than the coefficient of variation, are left to the tables.
 */
public final class Dossiers {
    private static final Set<String> TYPES = Set.of("province", "prefecture", "county", "cluster");

    private static final Pattern OTHER_INDICES =
            Pattern.compile("gap(_change)?\\.(gini|theil|mld|p90_p10|sd|hedges_g).*");

    private final SortedMap<Dossier.Subject, Dossier> all = new TreeMap<>();
    private final Audience audience;

    Dossiers(Audience audience) {
        this.audience = audience;
    }

    private boolean isOf(String type) {
        return TYPES.contains(type) || (audience == Audience.SCHOOL && type.equals("school"));
    }

    void measure(Line line) {
        boolean isShown = line.text("grouping").isEmpty()
                && !OTHER_INDICES.matcher(line.text("metric_id")).matches();
        if (isShown && isOf(line.text("subject_type"))) {
            of(line).measure(line);
        }
    }

    void judgement(Line line) {
        if (isOf(line.text("subject_type"))) {
            of(line).judgement(line);
        }
    }

    Collection<Dossier> all() {
        return all.values();
    }

    boolean has(Dossier.Subject subject) {
        return all.containsKey(subject);
    }

    private Dossier of(Line line) {
        return all.computeIfAbsent(
                new Dossier.Subject(line.text("subject_type"), line.text("subject_id")), Dossier::new);
    }
}
