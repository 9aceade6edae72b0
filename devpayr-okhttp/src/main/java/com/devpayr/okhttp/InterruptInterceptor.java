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
 * Cancels a call when its thread is interrupted. A thread that reads from a socket is not woken up by an interrupt. The JDK
 * does, however, close an interruptible channel that the thread is blocked on, and closing this channel cancels the call.
 */
final class InterruptInterceptor extends AbstractInterruptibleChannel {
    private final Call call;

    private InterruptInterceptor(Call call) {
        this.call = call;
    }

    /** The application interceptor. Covers the call until the headers have arrived, and each read of the body. */
    static Response intercept(Interceptor.Chain chain) throws IOException {
        InterruptInterceptor channel = new InterruptInterceptor(chain.call());
        @Nullable Response response = null;
        channel.begin();
        try {
            response = chain.proceed(chain.request());
        } finally {
            channel.finish(response);
        }
        return response.newBuilder()
                .body(new InterruptibleBody(response.body(), channel))
                .build();
    }

    /** Ends the blocking operation. Keeps the thread's interrupt flag, and closes a response that cannot be returned. */
    private void finish(@Nullable Response response) throws InterruptedIOException {
        try {
            end(true);
        } catch (ClosedByInterruptException interrupted) {
            if (response != null) {
                response.close();
            }
            throw new InterruptedIOException("interrupted");
        } catch (IOException impossible) {
            throw new IllegalStateException("The channel is only closed by an interrupt", impossible);
        }
    }

    @Override
    protected void implCloseChannel() {
        call.cancel();
    }

    private static final class InterruptibleBody extends ResponseBody {
        private final ResponseBody body;
        private final BufferedSource source;

        InterruptibleBody(ResponseBody body, InterruptInterceptor channel) {
            this.body = body;
            this.source = Okio.buffer(new InterruptibleSource(body.source(), channel));
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

    private static final class InterruptibleSource extends ForwardingSource {
        private final InterruptInterceptor channel;

        InterruptibleSource(Source delegate, InterruptInterceptor channel) {
            super(delegate);
            this.channel = channel;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            channel.begin();
            try {
                return super.read(sink, byteCount);
            } finally {
                channel.finish(null);
            }
        }
    }
}
