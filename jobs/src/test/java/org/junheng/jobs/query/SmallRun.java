package org.junheng.jobs.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.publish.TableWriter;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Subjects;
import org.junheng.subject.Stage;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/** A run of a few rows, as it is published. */
public final class SmallRun {
    private final List<Measures> measures = new ArrayList<>();
    private final List<Judgements> judgements = new ArrayList<>();
    private final List<Subjects> subjects = new ArrayList<>();

    public SmallRun cv(String county, @Nullable Double value) {
        measures.add(new Measures(
                "gap.cv",
                "",
                SubjectType.COUNTY,
                county,
                2024,
                null,
                Stage.PRIMARY,
                null,
                "R2",
                "",
                "1",
                value,
                "ratio",
                null,
                null,
                null,
                null,
                null,
                null,
                12L,
                3400L,
                null,
                value == null ? Status.NOT_ASSESSED : Status.OK,
                "",
                "2017-R-CV"));
        return this;
    }

    public SmallRun verdict(String county, double value, String verdict) {
        judgements.add(new Judgements(
                "R-CV",
                SubjectType.COUNTY,
                county,
                2024,
                Stage.PRIMARY,
                "R2",
                value,
                "<=",
                "0.5",
                verdict,
                false,
                null,
                "",
                null,
                "official",
                "doc",
                "clause",
                "",
                "ERROR",
                "national-2017",
                "gap.cv"));
        return this;
    }

    public SmallRun named(String county, String name) {
        subjects.add(new Subjects(SubjectType.COUNTY, county, name, county, null, null));
        return this;
    }

    public PublishedRun write(Path folder) throws IOException {
        TableWriter writer = new TableWriter(folder);
        writer.write(Measures.class, measures);
        writer.write(Judgements.class, judgements);
        writer.write(Subjects.class, subjects);
        Files.writeString(folder.resolve("manifest.json"), "{}");
        return PublishedRun.find(folder);
    }
}
