package org.junheng.jobs.cluster;

import java.io.File;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Hadoop's own file system, a name node and a data node in this process. Its library is there in the profile {@code cluster} alone, so it is looked up
 * by name.
 */
record Hdfs(AutoCloseable nodes, FileSystem files) implements AutoCloseable {

    static Hdfs start(Path folder) throws Exception {
        Class<?> type = Class.forName("org.apache.hadoop.hdfs.MiniDFSCluster$Builder");
        Object builder =
                type.getConstructor(Configuration.class, File.class).newInstance(new Configuration(), folder.toFile());
        Object nodes = type.getMethod("build").invoke(builder);
        FileSystem files =
                (FileSystem) nodes.getClass().getMethod("getFileSystem").invoke(nodes);
        return new Hdfs((AutoCloseable) nodes, files);
    }

    @Override
    public void close() {
        try {
            nodes.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
