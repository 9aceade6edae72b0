package com.devpayr.feign;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.internal.model.RequestBody;
import com.devpayr.operation.Calls;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import feign.QueryMap;
import feign.RequestLine;

/** {@link RuntimeService} as Feign reads it. */
interface FeignRuntimeService extends RuntimeService {
    @Override
    default PaymentStatus checkPayment(PaymentQuery query) {
        return checkPayment(query, RequestBody.empty());
    }

    @Calls(Operation.PAYMENT_CHECK)
    @RequestLine("POST /project/has-paid")
    PaymentStatus checkPayment(@QueryMap PaymentQuery query, RequestBody none);

    @Override
    @RequestLine("GET /injectable/stream")
    Page<DeliveredInjectable> injectables(@QueryMap PageRequest page);
}
