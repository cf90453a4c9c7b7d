package org.junheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junheng.gap.CoefficientOfVariation;
import org.junheng.metric.Value;
import org.junheng.subject.SchoolFigure;
import org.junheng.subject.SchoolsView;
import org.junheng.subject.SubjectType;
import org.junit.jupiter.api.Test;

/** The ten lines in the description of the package run, and print what they say. */
class PackageExampleTest {
    private static final Path DESCRIPTION = Path.of("src/main/java/org/junheng/package-info.java");
    private static final Path THIS = Path.of("src/test/java/org/junheng/PackageExampleTest.java");

    private static void example() {
        // example begins
        List<SchoolFigure> books = List.of(
                SchoolFigure.perPupil("1", 279, 45),
                SchoolFigure.perPupil("2", 137, 37),
                SchoolFigure.perPupil("3", 935, 89),
                SchoolFigure.perPupil("4", 160, 76),
                SchoolFigure.perPupil("5", 402, 55));
        SchoolsView county = new SchoolsView(SubjectType.COUNTY, "B5", 2023, books);
        if (new CoefficientOfVariation().of(county) instanceof Value gap) {
            System.out.printf(Locale.ROOT, "%.4f%n", gap.value()); // 0.5153
        }
        // example ends
    }

    @Test
    void printsTheCoefficientOfTheWorkedExample() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example();
        } finally {
            System.setOut(console);
        }
        assertEquals("0.5153", printed.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void isTheTextOfTheDescription() throws IOException {
        List<String> described = between(DESCRIPTION, "<pre>{@code", "}</pre>").stream()
                .map(line -> line.replaceFirst("^ \\* ", ""))
                .toList();
        List<String> run = between(THIS, "// example begins", "// example ends").stream()
                .map(line -> line.replaceFirst("^ {8}", ""))
                .toList();
        assertFalse(run.isEmpty());
        assertEquals(run, described);
        assertEquals(10, described.size());
    }

    private static List<String> between(Path file, String begin, String end) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .dropWhile(line -> !line.endsWith(begin))
                .skip(1)
                .takeWhile(line -> !line.endsWith(end))
                .toList();
    }
}
