package org.junheng.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The book of metrics knows no machine, and the machine's parts know only what lies before them. */
class ArchitectureTest {
    private static final String JOBS = "org.junheng.jobs..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.junheng");

    @Test
    void theBookKnowsNeitherEngineNorJobs() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JOBS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", JOBS)
                .check(CLASSES);
    }

    @Test
    void theBookOpensNoFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JOBS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void theBookHasNoClockAndNoChance() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JOBS)
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class, java.time.Clock.class)
                .check(CLASSES);
    }

    @Test
    void stagesGoFromTablesToTables() {
        noClasses()
                .that()
                .resideInAPackage("org.junheng.jobs.stage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junheng.jobs.publish..",
                        "org.junheng.jobs.report..",
                        "org.junheng.jobs.cli..",
                        "org.junheng.jobs.ingest..",
                        "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void theReportReadsPublishedTablesOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.junheng.jobs.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junheng.jobs.stage..", "org.junheng.jobs.ingest..", "org.apache.spark..")
                .check(CLASSES);
    }

    @Test
    void pathsStayAtTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.junheng.jobs.bench..",
                        "org.junheng.jobs.cli..",
                        "org.junheng.jobs.config..",
                        "org.junheng.jobs.database..",
                        "org.junheng.jobs.ingest..",
                        "org.junheng.jobs.publish..",
                        "org.junheng.jobs.query..",
                        "org.junheng.jobs.report..",
                        "org.junheng.jobs.simulate..",
                        "org.junheng.jobs.store..")
                .and()
                .doNotBelongToAnyOf(Evaluate.class, Check.class, RunSummary.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(CLASSES);
    }
}
