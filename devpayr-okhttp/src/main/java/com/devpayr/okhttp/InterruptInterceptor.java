package com.devpayr.okhttp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Lets an interrupt end a call at once. A thread that reads from a socket does not notice that it is interrupted, and the
 * one way in which the JDK tells anybody is to close the channel that the thread is busy with: here, that cancels the call.
 */
final class InterruptInterceptor extends AbstractInterruptibleChannel {
    private final Call call;

    private InterruptInterceptor(Call call) {
        this.call = call;
    }

    /** The application interceptor: until the headers are there, and whenever the body is read. */
    static Response heed(Interceptor.Chain chain) throws IOException {
        InterruptInterceptor interruption = new InterruptInterceptor(chain.call());
        @Nullable Response response = null;
        interruption.begin();
        try {
            response = chain.proceed(chain.request());
        } finally {
            interruption.finish(response);
        }
        return response.newBuilder()
                .body(new Body(response.body(), interruption))
                .build();
    }

    /** Keeps the thread's flag. What was opened is closed when nobody will get it. */
    private void finish(@Nullable Response opened) throws InterruptedIOException {
        try {
            end(true);
        } catch (ClosedByInterruptException interrupted) {
            if (opened != null) {
                opened.close();
            }
            throw new InterruptedIOException("interrupted");
        } catch (IOException impossible) {
            throw new IllegalStateException("nobody else closes it", impossible);
        }
    }

    @Override
    protected void implCloseChannel() {
        call.cancel();
    }

    private static final class Body extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        Body(ResponseBody body, InterruptInterceptor interruption) {
            this.body = body;
            this.source = Okio.buffer(new Heeding(body.source(), interruption));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    private static final class Heeding extends ForwardingSource {
        private final InterruptInterceptor interruption;

        Heeding(Source delegate, InterruptInterceptor interruption) {
            super(delegate);
            this.interruption = interruption;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            interruption.begin();
            try {
                return super.read(sink, byteCount);
            } finally {
                interruption.finish(null);
            }
        }
    }
}
