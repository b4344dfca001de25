package io.scapa.service.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Results on their way to a caller who may not read them until all input is sent. They wait in a file, not in memory, so that
 * neither side ever blocks the other for good: a client that writes all before it reads anything is served, too.
 */
final class ResultSpool implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final FileChannel file;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long written;
    private boolean ended;

    ResultSpool() throws IOException {
        Path path = Files.createTempFile("scapa-results-", ".ndjson");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Adds bytes. One thread writes. */
    void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long position = written;
        while (buffer.hasRemaining()) {
            position += file.write(buffer, position);
        }
        lock.lock();
        try {
            written = position;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more will be written. */
    void end() {
        lock.lock();
        try {
            ended = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Copies everything to a stream as it comes, until the end. One thread reads. */
    void drainTo(OutputStream out) throws IOException, InterruptedException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long read = 0;
        for (long available = await(read); available > read; available = await(read)) {
            while (read < available) {
                block.clear().limit((int) Math.min(BLOCK, available - read));
                read += file.read(block, read);
                out.write(block.array(), 0, block.position());
            }
            out.flush();
        }
    }

    private long await(long read) throws InterruptedException {
        lock.lock();
        try {
            while (written == read && !ended) {
                grown.await();
            }
            return written;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
