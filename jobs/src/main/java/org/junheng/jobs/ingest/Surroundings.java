package org.junheng.jobs.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Schema;

/**
 * What the intake of every table shares.
 *
 * @param spill folder for what does not stay in memory
 * @param room of the whole delivery in memory
 * @param asKnownOn the roster is that of this day; null = all that is recorded
 */
record Surroundings(
        Path spill,
        Room room,
        References references,
        Pseudonyms pseudonyms,
        Waivers waivers,
        Coverage coverage,
        CountyCodes counties,
        AlikeNames names,
        @Nullable LocalDate asKnownOn) {
    /** The checks of a table's rows against each other. */
    List<LateCheck> lateChecks(Schema<?> schema) {
        return switch (schema.table()) {
            case "schools" -> List.of(new ParentCodes(references), new SchoolNames());
            case "memberships" -> List.of(new Versions(asKnownOn), new Spans(references.clusters()));
            default -> UnitJumps.of(schema);
        };
    }

    /** A row is used that says something about the codes of other tables. */
    void learn(Schema<?> schema, Cells row) {
        if (schema.table().equals("county_links")) {
            counties.learn(row);
        }
    }

    /** A row is used. */
    void use(Schema<?> schema, @Nullable Object[] values) {
        if (schema.table().equals("schools") && values[1] instanceof Integer year) {
            references.use(year);
        }
    }
}
