package org.junheng.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of libraries names every one that the project asks for, with a reason, and no other. */
class DependenciesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ([\\w.-]+:[\\w.-]+) \\| [^|]+ \\| ([^|]+) \\|$");

    @Test
    void everyLibraryIsListedWithItsReason() throws IOException {
        SortedSet<String> declared = new TreeSet<>();
        for (String module : new String[] {"", "metrics-lib", "jobs"}) {
            String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"))
                    .replaceAll("(?s)<plugins>.*?</plugins>", "")
                    .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
            for (Matcher m = DEPENDENCY.matcher(pom); m.find(); ) {
                declared.add(m.group(1) + ":" + m.group(2).replace("${scala.binary}", "2.13"));
            }
        }
        declared.remove("org.junheng:junheng-metrics");
        SortedSet<String> listed = new TreeSet<>();
        for (Matcher m = LISTED.matcher(Files.readString(ROOT.resolve("jobs/docs/dependencies.md"))); m.find(); ) {
            assertTrue(m.group(2).length() > 5, m.group());
            listed.add(m.group(1));
        }
        assertEquals(declared, listed);
    }
}
