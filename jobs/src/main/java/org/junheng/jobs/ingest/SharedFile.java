package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.junheng.jobs.store.RemoteFolder;
import org.junheng.jobs.store.Workplace;

/**
 * A file of the driver where executors find it: where it is, on one machine and on a file system that all mount; on a cluster whose results go to
 * another file system, a copy there.
 */
final class SharedFile {
    private SharedFile() {}

    static String of(SparkSession spark, Path file) {
        String folder = spark.conf().get(Workplace.SHARED, "");
        if (folder.isEmpty() || spark.sparkContext().isLocal()) {
            return file.toUri().toString();
        }
        try {
            String name = UUID.nameUUIDFromBytes(file.toString().getBytes(StandardCharsets.UTF_8)) + ".parquet";
            RemoteFolder.at(folder).send(file, name);
            return folder + "/" + name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
