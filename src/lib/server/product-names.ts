import { all, first, type Db } from './sql.ts';

/** A product as it goes in all campaigns, in its latest spelling. */
export interface ProductName {
  id: string;
  product: string;
  vendor: string;
  /** Those in force, in all campaigns. */
  responses: number;
}

/** Every product with a response in force, the oldest first. */
export function list(db: Db): Promise<ProductName[]> {
  return all<ProductName>(
    db,
    `select product_id as id, arg_max(product, id) as product, arg_max(vendor, id) as vendor, count(*)::int as responses
     from response where in_force group by product_id order by min(response.id)`
  );
}

/** A product's name as it goes now, by the id under which it is kept; undefined where no response is of it. */
export function latest(db: Db, id: string): Promise<Pick<ProductName, 'product' | 'vendor'> | undefined> {
  return first(
    db,
    `select arg_max(product, id) as product, arg_max(vendor, id) as vendor
     from response where product_id = $id group by product_id`,
    { id }
  );
}
