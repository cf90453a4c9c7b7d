package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.jobs.publish.Fingerprint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler sees night after night: nothing to do, a table that is awaited, late, old or corrected, a clock that was set. */
class ScheduledRunTest {
    private static final String SCHOOLS = """
            school_code,year,school_type,county_code
            S1,2023,PRIMARY,530101
            S2,2023,PRIMARY,530101
            S3,2023,JUNIOR,530101
            """;
    private static final String STAFF = """
            school_code,year,stage,pupil_count,full_time_teacher_count,above_required_degree_teachers
            S1,2023,PRIMARY,800,40,36
            S2,2023,PRIMARY,600,30,20
            S3,2023,JUNIOR,300,20,18
            """;

    @TempDir
    Path folder;

    private Path evaluation;
    private Path out;
    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void delivery() throws IOException {
        out = folder.resolve("out");
        evaluation = folder.resolve("evaluation.yaml");
        Files.writeString(folder.resolve("schools.csv"), SCHOOLS);
        expecting("{path: staff.csv}");
    }

    @AfterEach
    void setBack() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    private void expecting(String staff) throws IOException {
        Files.writeString(
                evaluation,
                "evaluation: nightly\nyears: [2023]\ninputs:\n  schools: schools.csv\n  staff: " + staff + "\n");
    }

    private End night(String... options) {
        return End.of(Stream.concat(
                        Stream.of("run", evaluation.toString(), "--out", out.toString(), "--lang", "en"),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private static JsonNode told(End end) throws IOException {
        assertEquals(0, end.status(), end.err());
        return new ObjectMapper().readTree(end.lastLine());
    }

    private String gauges() throws IOException {
        return Files.readString(out.resolve("junheng.prom"));
    }

    @Test
    void neitherZoneNorLocaleNorTheTimeOfAFileIsAChange() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), STAFF);
        assertTrue(told(night()).get("computed").asBoolean());
        TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        for (String time : List.of("1999-12-31T23:59:59Z", "2040-01-01T00:00:00Z")) {
            Files.setLastModifiedTime(folder.resolve("staff.csv"), FileTime.from(Instant.parse(time)));
            assertFalse(told(night()).get("computed").asBoolean(), time);
        }
    }

    @Test
    void computedAnewTheBytesAreTheSame() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), STAFF);
        night();
        SortedMap<String, String> before = tables();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertTrue(told(night("--anew")).get("computed").asBoolean());
        assertEquals(before, tables());
    }

    private SortedMap<String, String> tables() throws IOException {
        SortedMap<String, String> tables = new TreeMap<>();
        try (Stream<Path> all = Files.list(out.resolve("current/csv"))) {
            all.forEach(file -> tables.put(String.valueOf(file.getFileName()), Fingerprint.of(file)));
        }
        return tables;
    }

    @Test
    void aTableThatIsNotDueYetIsDoneWithoutAndRecomputedWhenItComes() throws IOException {
        expecting("{path: staff.csv, expected_by: "
                + LocalDate.now(zone.toZoneId()).plusDays(9) + "}");
        End without = night();
        assertTrue(without.out().contains("staff (staff.csv) has not arrived, it is expected by"), without.out());
        String first = told(without).get("run_id").asText();

        Files.writeString(folder.resolve("staff.csv"), STAFF);
        End late = night();
        JsonNode changes = told(late).get("changes");
        assertEquals(first, changes.get("since").asText());
        assertEquals("[\"staff.csv\"]", changes.get("causes").toString());
        assertTrue(changes.get("measures").get("added").asInt() > 0, changes.toString());
        assertTrue(late.out().contains("Changed since the run before, " + first + ": staff.csv"), late.out());
        assertTrue(gauges().contains("junheng_input_written_seconds{"), gauges());
    }

    @Test
    void aTableThatIsOverdueStopsTheRunAndLeavesTheLastResults() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), STAFF);
        night();
        Path standing = out.resolve("current").toRealPath();
        Files.delete(folder.resolve("staff.csv"));
        expecting("{path: staff.csv, expected_by: 2024-10-15}");
        End overdue = night();
        assertEquals(3, overdue.status(), overdue.err());
        assertTrue(
                overdue.out().contains("staff (staff.csv) is overdue, it was expected by 2024-10-15"), overdue.out());
        assertEquals(standing, out.resolve("current").toRealPath());
    }

    @Test
    void aTableThatWasWrittenLongAgoIsCalledOld() throws IOException {
        Path staff = Files.writeString(folder.resolve("staff.csv"), STAFF);
        expecting("{path: staff.csv, max_age_days: 30}");
        assertFalse(night().out().contains("days ago"));
        Files.setLastModifiedTime(staff, FileTime.from(Instant.now().minusSeconds(40L * 24 * 3600)));
        End old = night();
        assertTrue(old.out().contains("40 days ago, more than 30"), old.out());
        assertFalse(told(old).get("computed").asBoolean());
    }

    @Test
    void aCorrectedTableSaysWhichNumbersItMoved() throws IOException {
        Files.writeString(folder.resolve("staff.csv"), STAFF);
        night();
        Files.writeString(folder.resolve("staff.csv"), STAFF.replace("600,30,20", "600,30,21"));
        End corrected = night();
        JsonNode changes = told(corrected).get("changes");
        assertEquals("[\"staff.csv\"]", changes.get("causes").toString());
        assertTrue(changes.get("measures").get("changed").asInt() > 0, changes.toString());
        assertEquals(0, changes.get("measures").get("added").asInt(), changes.toString());
        assertTrue(corrected.out().contains("Listed one by one by: junheng diff"), corrected.out());
        assertTrue(gauges().contains("junheng_run_measures_changes{"), gauges());
    }
}
