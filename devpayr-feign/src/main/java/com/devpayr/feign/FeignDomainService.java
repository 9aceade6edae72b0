package com.devpayr.feign;

import com.devpayr.domain.DomainDraft;
import com.devpayr.domain.DomainService;
import com.devpayr.domain.DomainUpdate;
import com.devpayr.domain.ProjectDomain;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link DomainService} with the annotations of Feign. Routes mix {@code domain} and {@code domains}, as documented. */
interface FeignDomainService extends DomainService {
    @Override
    @RequestLine(value = "GET /project/{project}/domains", decodeSlash = false)
    Page<ProjectDomain> list(@Param("project") long projectId, @QueryMap PageRequest page);

    @Override
    @RequestLine(value = "GET /project/{project}/domain/{domain}", decodeSlash = false)
    ProjectDomain get(@Param("project") long projectId, @Param("domain") long domainId);

    @Override
    @RequestLine(value = "POST /project/{project}/domains", decodeSlash = false)
    ProjectDomain create(@Param("project") long projectId, DomainDraft draft);

    @Override
    @RequestLine(value = "PUT /project/{project}/domain/{domain}", decodeSlash = false)
    ProjectDomain update(@Param("project") long projectId, @Param("domain") long domainId, DomainUpdate update);

    @Override
    @RequestLine(value = "DELETE /project/{project}/domains/{domain}", decodeSlash = false)
    void delete(@Param("project") long projectId, @Param("domain") long domainId);
}
