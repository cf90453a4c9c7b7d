package org.junheng.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.jobs.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages the command prints, and where. */
class PrintCommandTest {
    @TempDir
    Path out;

    private Path run(String audience) throws IOException {
        Path run = out.resolve("runs/r1");
        Files.createDirectories(run.resolve("tables"));
        Path csv = Files.createDirectories(run.resolve("csv"));
        Files.writeString(run.resolve("manifest.json"), "{\"audience\": \"" + audience + "\"}");
        Files.writeString(csv.resolve("subjects.csv"), """
                subject_type,subject_id,name,county_code,prefecture_code,province_code
                county,530102,五华区,530102,5301,530000
                school,M1,成员小学,530102,5301,530000
                province,530000,云南省,,,530000
                """);
        Files.writeString(csv.resolve("measures.csv"), """
                metric_id,model_id,subject_type,subject_id,year,base_year,stage,grade,facet,grouping,value,unit,ci_low,ci_high,status,reason
                gap.cv,,county,530102,2024,,PRIMARY,,R2,,0.5,ratio,,,OK,
                gap.cv,,province,530000,2024,,PRIMARY,,R2,,0.4,ratio,,,OK,
                satisfaction.rate,,school,M1,2024,,,,survey:PARENT,,0.75,share,0.7,0.8,OK,
                """);
        return run;
    }

    private List<String> printed() throws IOException {
        Path folder = out.resolve("print/r1");
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void printsTheProvinceUnlessToldBesideTheRuns() throws IOException {
        assertEquals(0, Junheng.execute("print", run("BUREAU").toString()));
        assertEquals(List.of("province/530000.docx", "province/530000.pdf"), printed());
        assertEquals(0, Junheng.execute("print", out.resolve("runs/r1").toString(), "--all", "--school", "M1"));
        assertEquals(
                List.of("county/530102.pdf", "province/530000.docx", "province/530000.pdf", "school/M1.pdf"),
                printed());
    }

    @Test
    void aReportForThePublicPrintsNoSchoolAndAnUnknownCodeIsRefused() throws IOException {
        String run = run("PUBLIC").toString();
        int wrong = ExitStatus.WRONG_USAGE.code();
        assertEquals(wrong, Junheng.execute("print", run, "--school", "M1"));
        assertEquals(wrong, Junheng.execute("print", run, "--county", "999999"));
        assertTrue(Files.notExists(out.resolve("print")));
    }
}
