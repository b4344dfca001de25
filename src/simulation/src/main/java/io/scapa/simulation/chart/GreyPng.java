package io.scapa.simulation.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A grey picture as PNG (ISO/IEC 15948): 8 bits a pixel, no time, so that the same pixels give the same bytes. */
final class GreyPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER = 13;

    private GreyPng() {}

    /**
     * As a data URI.
     *
     * @param pixels row by row, 0 white to 1 black; values outside are held at the ends
     */
    static String dataUri(double[] pixels, int width, int height) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(encode(pixels, width, height));
    }

    static byte[] encode(double[] pixels, int width, int height) {
        byte[] lines = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double ink = Math.max(0, Math.min(1, pixels[y * width + x]));
                lines[y * (width + 1) + 1 + x] = (byte) Math.round(255 * (1 - ink));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(HEADER)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .array());
        chunk(out, "IDAT", deflated(lines));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] room = new byte[bytes.length + 64 + bytes.length / 100];
        int size = deflater.deflate(room);
        deflater.end();
        return java.util.Arrays.copyOf(room, size);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
