package org.junheng.jobs.stage;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.Stage;

/**
 * The pupils of every stage of a school in one year, as staff tables tell them.
 *
 * @param stages null where the number is not known
 */
record StagePupils(SortedMap<Stage, @Nullable Long> stages) {

    static StagePupils none() {
        return new StagePupils(new TreeMap<>());
    }

    /** {@code STAGE:pupils}, joined by {@code ;}. */
    static StagePupils parse(String text) {
        StagePupils pupils = none();
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            int at = part.indexOf(':');
            String count = part.substring(at + 1);
            pupils.stages.put(Stage.valueOf(part.substring(0, at)), count.isEmpty() ? null : Long.valueOf(count));
        }
        return pupils;
    }

    String text() {
        return stages.entrySet().stream()
                .map(e -> e.getKey().name() + ":" + Objects.toString(e.getValue(), ""))
                .collect(Collectors.joining(";"));
    }

    /** Pupils of a stage; of all stages together where a row speaks of the whole school. */
    @Nullable
    Double of(@Nullable Stage stage) {
        return stage == null ? all() : number(stages.get(stage));
    }

    /** Pupils of all stages together; unknown where one stage's are. */
    @Nullable
    Double all() {
        return stages.isEmpty() || stages.values().stream().anyMatch(Objects::isNull)
                ? null
                : number(stages.values().stream().mapToLong(Long::longValue).sum());
    }

    private static @Nullable Double number(@Nullable Long count) {
        return count == null ? null : Double.valueOf(count);
    }
}
